import { type Route, route } from '#platform/http/route'
import { badgeRoutes } from './badges/routes.ts'
import { boardRoutes } from './boards/routes.ts'
import { bonusRoutes } from './bonus/routes.ts'
import { listUnthanked, putOffCommendation, recallCommendation } from './commendation/reminders.ts'
import { getCommendation } from './commendation/suggest.ts'
import * as commendation from './commendation.contract.ts'
import * as contract from './contract.ts'
import { fairnessRoutes } from './fairness/routes.ts'
import { getAllowance } from './kudos/allowance.ts'
import { getKudosFile } from './kudos/file.ts'
import { giveKudos, withdrawKudos } from './kudos/give.ts'
import { listKudos } from './kudos/list.ts'
import { getReviewThanks, thankReviewers, unthankReviewers } from './kudos/review-thanks.ts'
import { listAccounts, listEntries } from './ledger/statement.ts'
import * as ledger from './ledger.contract.ts'
import { rewardRoutes } from './rewards/routes.ts'
import { ruleRoutes } from './rules/routes.ts'
import { getRecognition, setRecognition } from './settings/settings.ts'
import { addKudosValue, archiveKudosValue, changeKudosValue, restoreKudosValue } from './settings/values.ts'
import * as settings from './settings.contract.ts'
import { wallRoutes } from './wall/routes.ts'

export const routes: Route[] = [
  route(contract.giveKudos, (scope, { body }) => giveKudos(scope, body)),
  route(contract.listKudos, (scope, { query }) => listKudos(scope, query)),
  route(contract.getKudosFile, (scope, { params, request }) =>
    getKudosFile(scope, params.kudosId, request.range),
  ),
  route(contract.withdrawKudos, (scope, { params }) => withdrawKudos(scope, params.kudosId)),
  route(contract.getReviewThanks, (scope, { params }) => getReviewThanks(scope, params.reviewId)),
  route(contract.thankReviewers, (scope, { params }) => thankReviewers(scope, params.reviewId)),
  route(commendation.getCommendation, (scope, { params }) => getCommendation(scope, params.memberId)),
  route(commendation.listUnthanked, (scope) => listUnthanked(scope)),
  route(commendation.putOffCommendation, (scope, { params }) => putOffCommendation(scope, params.memberId)),
  route(commendation.recallCommendation, (scope, { params }) => recallCommendation(scope, params.memberId)),
  route(contract.getAllowance, (scope) => getAllowance(scope)),
  route(settings.getRecognition, (scope) => getRecognition(scope)),
  route(settings.setRecognition, (scope, { body }) => setRecognition(scope, body)),
  route(settings.addKudosValue, (scope, { body }) => addKudosValue(scope, body)),
  route(settings.changeKudosValue, (scope, { params, body }) =>
    changeKudosValue(scope, params.valueId, body),
  ),
  route(settings.archiveKudosValue, (scope, { params }) => archiveKudosValue(scope, params.valueId)),
  route(settings.restoreKudosValue, (scope, { params }) => restoreKudosValue(scope, params.valueId)),
  route(ledger.listAccounts, (scope) => listAccounts(scope)),
  route(ledger.listEntries, (scope, { params, query }) => listEntries(scope, params.accountId, query)),
  route(contract.unthankReviewers, (scope, { params }) => unthankReviewers(scope, params.reviewId)),
  ...badgeRoutes,
  ...boardRoutes,
  ...bonusRoutes,
  ...wallRoutes,
  ...rewardRoutes,
  ...ruleRoutes,
  ...fairnessRoutes,
]
