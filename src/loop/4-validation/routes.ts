import { type Route, route } from '#platform/http/route'
import { applySuggestion } from './apply.ts'
import { getLastVerified, listApprovals } from './approvals.ts'
import { askForReview } from './ask.ts'
import { listAgreement } from './calibration/agreement.ts'
import {
  comparePractice,
  forgetPractice,
  judgePractice,
  markPractice,
  repeatPractice,
} from './calibration/attempts.ts'
import { getOwnFigures, getPractice, listPractice } from './calibration/reading.ts'
import * as calibration from './calibration.contract.ts'
import { getCharter, leaveCharterRule, setCharterRule } from './charter/charter.ts'
import { listPictureContrasts } from './charter/contrast/looks.ts'
import * as charter from './charter.contract.ts'
import * as contract from './contract.ts'
import { addCriterion, getCriteria, leaveCriterion, setCriterion } from './criteria/criteria.ts'
import { judge } from './criteria/judge.ts'
import * as criteria from './criteria.contract.ts'
import * as finding from './finding.contract.ts'
import { makeFinding, removeFinding, resolveFinding } from './findings.ts'
import { getReviewFigures } from './overview/figures.ts'
import { assignReviewer, listReviewQueue } from './overview/queue.ts'
import { getPolicies, leavePolicy, setPolicy } from './policy/policies.ts'
import * as policy from './policy.contract.ts'
import * as queue from './queue.contract.ts'
import {
  askForOpinion,
  declineReview,
  giveVerdict,
  listCourseReviews,
  listWaitingReviews,
  withdrawReview,
} from './review.ts'
import { getReview } from './rows.ts'
import { suggestReviewers } from './suggest.ts'
import { publishTrusted } from './trust.ts'

export const routes: Route[] = [
  route(contract.suggestReviewers, (scope, { params }) => suggestReviewers(scope, params.courseId)),
  route(contract.askForReview, (scope, { params, body }) => askForReview(scope, params.courseId, body)),
  route(policy.publishTrusted, (scope, { params }) => publishTrusted(scope, params.courseId)),
  route(queue.askForOpinion, (scope, { params }) => askForOpinion(scope, params.reviewId)),
  route(contract.listWaitingReviews, (scope, { query }) => listWaitingReviews(scope, query)),
  route(contract.listCourseReviews, (scope, { params, query }) =>
    listCourseReviews(scope, params.courseId, query),
  ),
  route(contract.listApprovals, (scope, { params, query }) => listApprovals(scope, params.courseId, query)),
  route(contract.getLastVerified, (scope, { params }) => getLastVerified(scope, params.courseId)),
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
  route(criteria.getCriteria, (scope, { params }) => getCriteria(scope, params.groupId)),
  route(criteria.addCriterion, (scope, { params, body }) => addCriterion(scope, params.groupId, body)),
  route(criteria.setCriterion, (scope, { params, body }) => setCriterion(scope, params, body)),
  route(criteria.leaveCriterion, (scope, { params }) => leaveCriterion(scope, params.groupId, params.key)),
  route(criteria.judge, (scope, { params, body }) => judge(scope, params, body)),
  route(charter.listPictureContrasts, (scope, { params }) => listPictureContrasts(scope, params.courseId)),
  route(policy.getPolicies, (scope, { params }) => getPolicies(scope, params.groupId)),
  route(policy.setPolicy, (scope, { params, body }) => setPolicy(scope, params, body)),
  route(policy.leavePolicy, (scope, { params }) => leavePolicy(scope, params.groupId, params.kind)),
  route(queue.listReviewQueue, (scope, { params, query }) => listReviewQueue(scope, params.groupId, query)),
  route(queue.getReviewFigures, (scope, { params }) => getReviewFigures(scope, params.groupId)),
  route(queue.assignReviewer, (scope, { params }) => assignReviewer(scope, params.reviewId, params.memberId)),
  route(calibration.listPractice, (scope, { query }) => listPractice(scope, query.language)),
  route(calibration.getPractice, (scope, { params, query }) =>
    getPractice(scope, params.practice, query.language),
  ),
  route(calibration.markPractice, (scope, { params, body }) => markPractice(scope, params, body)),
  route(calibration.judgePractice, (scope, { params, body }) => judgePractice(scope, params.practice, body)),
  route(calibration.comparePractice, (scope, { params }) => comparePractice(scope, params.practice)),
  route(calibration.repeatPractice, (scope, { params }) => repeatPractice(scope, params.practice)),
  route(calibration.forgetPractice, (scope) => forgetPractice(scope)),
  route(calibration.getOwnFigures, (scope) => getOwnFigures(scope)),
  route(calibration.listAgreement, (scope, { params }) => listAgreement(scope, params.groupId)),
]
