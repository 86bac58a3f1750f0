import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { getLeaderFunnel } from './funnel.ts'
import { listFunnelPeople, listFunnelStopped } from './people.ts'

export const routes: Route[] = [
  route(contract.getLeaderFunnel, (scope, { query }) => getLeaderFunnel(scope, query)),
  route(contract.listFunnelPeople, (scope, { query }) => listFunnelPeople(scope, query)),
  route(contract.listFunnelStopped, (scope, { query }) => listFunnelStopped(scope, query)),
]
