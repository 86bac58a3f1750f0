import { type Route, route } from '#platform/http/route'
import { acceptTime, answerTime, withdrawTime } from './answer.ts'
import { askForTime } from './ask.ts'
import * as contract from './contract.ts'
import { endTime, noteTime } from './end.ts'
import { getTimeFile } from './file.ts'
import { listProtectedTimes } from './rows.ts'

export const routes: Route[] = [
  route(contract.listProtectedTimes, (scope, { query }) => listProtectedTimes(scope, query)),
  route(contract.askForTime, (scope, { body }) => askForTime(scope, body)),
  route(contract.answerTime, (scope, { params, body }) => answerTime(scope, params.timeId, body)),
  route(contract.acceptTime, (scope, { params }) => acceptTime(scope, params.timeId)),
  route(contract.withdrawTime, (scope, { params }) => withdrawTime(scope, params.timeId)),
  route(contract.endTime, (scope, { params, body }) => endTime(scope, params.timeId, body)),
  route(contract.noteTime, (scope, { params, body }) =>
    noteTime(scope, params.timeId, params.timeMonth, body.minutes),
  ),
  route(contract.getTimeFile, (scope, { params }) => getTimeFile(scope, params.timeId)),
]
