import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { reportMiss } from './misses.ts'
import { search } from './search.ts'

export const routes: Route[] = [
  route(contract.search, (scope, { query }) => search(scope, query)),
  route(contract.reportMiss, (scope, { body }) => reportMiss(scope, body.words)),
]
