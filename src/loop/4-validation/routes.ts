import { type Route, route } from '#platform/http/route'
import { applySuggestion } from './apply.ts'
import { listApprovals } from './approvals.ts'
import { askForReview, suggestReviewers } from './ask.ts'
import { getCharter, leaveCharterRule, setCharterRule } from './charter/charter.ts'
import * as charter from './charter.contract.ts'
import * as contract from './contract.ts'
import * as finding from './finding.contract.ts'
import { makeFinding, removeFinding, resolveFinding } from './findings.ts'
import {
  declineReview,
  giveVerdict,
  listCourseReviews,
  listWaitingReviews,
  withdrawReview,
} from './review.ts'
import { getReview } from './rows.ts'

export const routes: Route[] = [
  route(contract.suggestReviewers, (scope, { params }) => suggestReviewers(scope, params.courseId)),
  route(contract.askForReview, (scope, { params, body }) => askForReview(scope, params.courseId, body)),
  route(contract.listWaitingReviews, (scope, { query }) => listWaitingReviews(scope, query)),
  route(contract.listCourseReviews, (scope, { params, query }) =>
    listCourseReviews(scope, params.courseId, query),
  ),
  route(contract.listApprovals, (scope, { params, query }) => listApprovals(scope, params.courseId, query)),
  route(contract.getReview, (scope, { params }) => getReview(scope, params.reviewId)),
  route(contract.makeFinding, (scope, { params, body }) => makeFinding(scope, params.reviewId, body)),
  route(contract.removeFinding, (scope, { params }) => removeFinding(scope, params.findingId)),
  route(contract.resolveFinding, (scope, { params, body }) =>
    resolveFinding(scope, params.findingId, body.resolution),
  ),
  route(finding.applySuggestion, (scope, { params, body }) => applySuggestion(scope, params.findingId, body)),
  route(contract.giveVerdict, (scope, { params, body }) => giveVerdict(scope, params.reviewId, body)),
  route(contract.declineReview, (scope, { params }) => declineReview(scope, params.reviewId)),
  route(contract.withdrawReview, (scope, { params }) => withdrawReview(scope, params.reviewId)),
  route(charter.getCharter, (scope, { params }) => getCharter(scope, params.groupId)),
  route(charter.setCharterRule, (scope, { params, body }) =>
    setCharterRule(scope, params.groupId, params.rule, body),
  ),
  route(charter.leaveCharterRule, (scope, { params }) =>
    leaveCharterRule(scope, params.groupId, params.rule),
  ),
]
