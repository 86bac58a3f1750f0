import { type Route, route } from '#platform/http/route'
import { badgeRoutes } from './badges/routes.ts'
import * as contract from './contract.ts'
import { fairnessRoutes } from './fairness/routes.ts'
import { getAllowance } from './kudos/allowance.ts'
import { giveKudos, withdrawKudos } from './kudos/give.ts'
import { listKudos } from './kudos/list.ts'
import { getReviewThanks, thankReviewers, unthankReviewers } from './kudos/review-thanks.ts'
import { listAccounts, listEntries } from './ledger/statement.ts'
import * as ledger from './ledger.contract.ts'
import { getRecognition, setRecognition } from './settings/settings.ts'
import { addKudosValue, archiveKudosValue, changeKudosValue, restoreKudosValue } from './settings/values.ts'
import * as settings from './settings.contract.ts'

export const routes: Route[] = [
  route(contract.giveKudos, (scope, { body }) => giveKudos(scope, body)),
  route(contract.listKudos, (scope, { query }) => listKudos(scope, query)),
  route(contract.withdrawKudos, (scope, { params }) => withdrawKudos(scope, params.kudosId)),
  route(contract.getReviewThanks, (scope, { params }) => getReviewThanks(scope, params.reviewId)),
  route(contract.thankReviewers, (scope, { params }) => thankReviewers(scope, params.reviewId)),
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
  ...fairnessRoutes,
]
