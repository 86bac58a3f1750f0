import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { listJourneys } from './counted.ts'
import { getLoop } from './loop.ts'

export const routes: Route[] = [
  route(contract.getLoop, (scope, { query }) => getLoop(scope, query)),
  route(contract.listJourneys, (scope, { params, query }) => listJourneys(scope, params.stage, query)),
]
