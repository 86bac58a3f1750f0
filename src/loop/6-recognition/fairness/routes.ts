import { type Route, route } from '#platform/http/route'
import * as contract from '../fairness.contract.ts'
import * as figures from '../figures.contract.ts'
import { getFairness } from './figures/figures.ts'
import { listNeverThanked } from './figures/never.ts'
import { getRecognitionEffect } from './figures/read-effect.ts'
import {
  decideRingFlag,
  getRingSearch,
  listMyRingFlags,
  listRingFlags,
  reopenRingFlag,
  searchRings,
} from './flags/flags.ts'

export const fairnessRoutes: Route[] = [
  route(contract.getRingSearch, (scope) => getRingSearch(scope)),
  route(contract.searchRings, (scope) => searchRings(scope)),
  route(contract.listRingFlags, (scope, { query }) => listRingFlags(scope, query)),
  route(contract.decideRingFlag, (scope, { params, body }) => decideRingFlag(scope, params.flagId, body)),
  route(contract.reopenRingFlag, (scope, { params }) => reopenRingFlag(scope, params.flagId)),
  route(contract.listMyRingFlags, (scope, { query }) => listMyRingFlags(scope, query)),
  route(figures.getFairness, (scope, { query }) => getFairness(scope, query)),
  route(figures.listNeverThanked, (scope, { query }) => listNeverThanked(scope, query)),
  route(figures.getRecognitionEffect, (scope, { query }) => getRecognitionEffect(scope, query)),
]
