import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { getCourseHealth } from './health/course-health.ts'
import {
  assignHealthItem,
  dismissHealthItem,
  listHealthOwners,
  undismissHealthItem,
} from './health/decide.ts'
import { countHealthItems, listHealthItems } from './health/items.ts'
import { getHealthSettings, setHealthSettings } from './health/settings.ts'
import * as health from './health.contract.ts'
import { getInsight, listLearners } from './insight.ts'
import { answerQuestion, completeStep, startCourse } from './learn.ts'
import { getProgress, getStep } from './lesson.ts'
import { listMyLearning } from './lists.ts'
import * as talk from './talk.contract.ts'
import {
  changeCourseComment,
  commentOnCourse,
  countCourseComments,
  listCourseComments,
  listCourseReactions,
  setCourseAnswerAccepted,
  setCourseCommentRemoved,
  setCourseReaction,
} from './talk.ts'

export const routes: Route[] = [
  route(contract.startCourse, (scope, { params }) => startCourse(scope, params.courseId)),
  route(contract.getProgress, (scope, { params }) => getProgress(scope, params.courseId)),
  route(contract.getStep, (scope, { params }) => getStep(scope, params.courseId, params.stepId)),
  route(contract.answerQuestion, (scope, { params, body }) => answerQuestion(scope, params.courseId, body)),
  route(contract.completeStep, (scope, { params }) => completeStep(scope, params.courseId, params.stepId)),
  route(contract.listMyLearning, (scope, { query }) => listMyLearning(scope, query)),
  route(contract.getInsight, (scope, { params }) => getInsight(scope, params.courseId)),
  route(contract.listLearners, (scope, { params, query }) => listLearners(scope, params.courseId, query)),
  route(talk.listCourseComments, (scope, { params, query }) =>
    listCourseComments(scope, params.courseId, query),
  ),
  route(talk.countCourseComments, (scope, { params, query }) =>
    countCourseComments(scope, params.courseId, query),
  ),
  route(talk.commentOnCourse, (scope, { params, body }) => commentOnCourse(scope, params.courseId, body)),
  route(talk.changeCourseComment, (scope, { params, body }) =>
    changeCourseComment(scope, params.courseId, params.commentId, body.body),
  ),
  route(talk.removeCourseComment, (scope, { params }) =>
    setCourseCommentRemoved(scope, params.courseId, params.commentId, true),
  ),
  route(talk.returnCourseComment, (scope, { params }) =>
    setCourseCommentRemoved(scope, params.courseId, params.commentId, false),
  ),
  route(talk.acceptAnswer, (scope, { params }) =>
    setCourseAnswerAccepted(scope, params.courseId, params.commentId, true),
  ),
  route(talk.unacceptAnswer, (scope, { params }) =>
    setCourseAnswerAccepted(scope, params.courseId, params.commentId, false),
  ),
  route(talk.listCourseReactions, (scope, { params, query }) =>
    listCourseReactions(scope, params.courseId, query),
  ),
  route(talk.reactToCourse, (scope, { params, query }) =>
    setCourseReaction(scope, params.courseId, { anchor: query.anchor, kind: params.kind }, true),
  ),
  route(talk.unreactToCourse, (scope, { params, query }) =>
    setCourseReaction(scope, params.courseId, { anchor: query.anchor, kind: params.kind }, false),
  ),
  route(health.getCourseHealth, (scope, { params }) => getCourseHealth(scope, params.courseId)),
  route(health.listHealthItems, (scope, { query }) => listHealthItems(scope, query)),
  route(health.countHealthItems, (scope, { query }) => countHealthItems(scope, query)),
  route(health.listHealthOwners, (scope, { params }) => listHealthOwners(scope, params.itemId)),
  route(health.assignHealthItem, (scope, { params, body }) =>
    assignHealthItem(scope, params.itemId, body.ownerId),
  ),
  route(health.dismissHealthItem, (scope, { params, body }) =>
    dismissHealthItem(scope, params.itemId, body.note),
  ),
  route(health.undismissHealthItem, (scope, { params }) => undismissHealthItem(scope, params.itemId)),
  route(health.getHealthSettings, (scope) => getHealthSettings(scope)),
  route(health.setHealthSettings, (scope, { body }) => setHealthSettings(scope, body)),
]
