import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { giveKudos, listKudos, withdrawKudos } from './kudos.ts'
import { getReviewThanks, thankReviewers, unthankReviewers } from './review-thanks.ts'

export const routes: Route[] = [
  route(contract.giveKudos, (scope, { body }) => giveKudos(scope, body)),
  route(contract.listKudos, (scope, { query }) => listKudos(scope, query)),
  route(contract.withdrawKudos, (scope, { params }) => withdrawKudos(scope, params.kudosId)),
  route(contract.getReviewThanks, (scope, { params }) => getReviewThanks(scope, params.reviewId)),
  route(contract.thankReviewers, (scope, { params }) => thankReviewers(scope, params.reviewId)),
  route(contract.unthankReviewers, (scope, { params }) => unthankReviewers(scope, params.reviewId)),
]
