import { type Route, route } from '#platform/http/route'
import * as contract from '../board.contract.ts'
import { getLeague } from './league.ts'
import { getPersonalBest } from './mine.ts'
import { getBoardSettings, leaveBoards, returnToBoards, setBoardSettings } from './settings.ts'
import { getTeamBoard } from './teams.ts'

export const boardRoutes: Route[] = [
  route(contract.getBoardSettings, (scope) => getBoardSettings(scope)),
  route(contract.setBoardSettings, (scope, { body }) => setBoardSettings(scope, body)),
  route(contract.leaveBoards, (scope) => leaveBoards(scope)),
  route(contract.returnToBoards, (scope) => returnToBoards(scope)),
  route(contract.getPersonalBest, (scope) => getPersonalBest(scope)),
  route(contract.getLeague, (scope, { query }) => getLeague(scope, query)),
  route(contract.getTeamBoard, (scope, { query }) => getTeamBoard(scope, query)),
]
