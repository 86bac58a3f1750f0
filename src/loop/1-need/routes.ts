import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { mergeNeed, unmergeNeed } from './merge.ts'
import { changeNeed, closeNeed, raiseNeed, reopenNeed, unvoiceNeed, voiceNeed } from './need.ts'
import { findSimilarNeeds, getNeed, listNeeds, listVoices } from './queries.ts'

export const routes: Route[] = [
  route(contract.listNeeds, (scope, { query }) => listNeeds(scope, query)),
  route(contract.findSimilarNeeds, (scope, { query }) => findSimilarNeeds(scope, query)),
  route(contract.getNeed, (scope, { params }) => getNeed(scope, params.needId)),
  route(contract.raiseNeed, (scope, { body }) => raiseNeed(scope, body)),
  route(contract.changeNeed, (scope, { params, body }) => changeNeed(scope, params.needId, body)),
  route(contract.voiceNeed, (scope, { params, body }) => voiceNeed(scope, params.needId, body.reason)),
  route(contract.unvoiceNeed, (scope, { params }) => unvoiceNeed(scope, params.needId)),
  route(contract.listVoices, (scope, { params, query }) => listVoices(scope, params.needId, query)),
  route(contract.mergeNeed, (scope, { params, body }) => mergeNeed(scope, params.needId, body.into)),
  route(contract.unmergeNeed, (scope, { params }) => unmergeNeed(scope, params.needId)),
  route(contract.closeNeed, (scope, { params }) => closeNeed(scope, params.needId)),
  route(contract.reopenNeed, (scope, { params }) => reopenNeed(scope, params.needId)),
]
