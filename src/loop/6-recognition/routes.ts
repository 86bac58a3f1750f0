import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { giveKudos, listKudos, withdrawKudos } from './kudos.ts'

export const routes: Route[] = [
  route(contract.giveKudos, (scope, { body }) => giveKudos(scope, body)),
  route(contract.listKudos, (scope, { query }) => listKudos(scope, query)),
  route(contract.withdrawKudos, (scope, { params }) => withdrawKudos(scope, params.kudosId)),
]
