import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { getLeaderFunnel } from './funnel.ts'
import { listFunnelPeople } from './people.ts'

export const routes: Route[] = [
  route(contract.getLeaderFunnel, (scope, { query }) => getLeaderFunnel(scope, query)),
  route(contract.listFunnelPeople, (scope, { query }) => listFunnelPeople(scope, query)),
]
