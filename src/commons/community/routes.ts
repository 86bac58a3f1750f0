import { type Route, route } from '#platform/http/route'
import * as coach from './coach.contract.ts'
import { getCoachProposals } from './coaching/candidates.ts'
import { answerCoaching, askCoach, endCoaching, withdrawCoaching } from './coaching/coachings.ts'
import { offerCoaching, withdrawCoachOffer } from './coaching/offers.ts'
import { getMyCoaching } from './coaching/rows.ts'
import * as contract from './contract.ts'
import { getDigest as readDigest } from './digest/read.ts'
import { getDigest } from './digest.contract.ts'
import * as hour from './hour.contract.ts'
import { getOfficeHourFile } from './hours/file.ts'
import { listOfficeHours } from './hours/rows.ts'
import {
  cancelOfficeHour,
  changeOfficeHour,
  joinOfficeHour,
  leaveOfficeHour,
  offerOfficeHour,
} from './hours/write.ts'
import { listReadyIdeas } from './posts/ready.ts'
import { getPost, listPosts } from './posts/rows.ts'
import { commentOnPost, listPostComments, setPostCommentRemoved, setUseful } from './posts/talk.ts'
import { changePost, makePost, setPinned, setWithdrawn } from './posts/write.ts'

const postRoutes: Route[] = [
  route(contract.listPosts, (scope, { query }) => listPosts(scope, query)),
  route(contract.listReadyIdeas, (scope) => listReadyIdeas(scope)),
  route(contract.getPost, (scope, { params }) => getPost(scope, params.postId)),
  route(contract.makePost, (scope, { body }) => makePost(scope, body)),
  route(contract.changePost, (scope, { params, body }) => changePost(scope, params.postId, body)),
  route(contract.withdrawPost, (scope, { params }) => setWithdrawn(scope, params.postId, true)),
  route(contract.returnPost, (scope, { params }) => setWithdrawn(scope, params.postId, false)),
  route(contract.pinPost, (scope, { params }) => setPinned(scope, params.postId, true)),
  route(contract.unpinPost, (scope, { params }) => setPinned(scope, params.postId, false)),
  route(contract.markUseful, (scope, { params }) => setUseful(scope, params.postId, true)),
  route(contract.unmarkUseful, (scope, { params }) => setUseful(scope, params.postId, false)),
  route(contract.listPostComments, (scope, { params, query }) =>
    listPostComments(scope, params.postId, query),
  ),
  route(contract.commentOnPost, (scope, { params, body }) => commentOnPost(scope, params.postId, body)),
  route(contract.removePostComment, (scope, { params }) =>
    setPostCommentRemoved(scope, params.postId, params.postCommentId, true),
  ),
  route(contract.returnPostComment, (scope, { params }) =>
    setPostCommentRemoved(scope, params.postId, params.postCommentId, false),
  ),
]

const hourRoutes: Route[] = [
  route(hour.listOfficeHours, (scope, { query }) => listOfficeHours(scope, query)),
  route(hour.offerOfficeHour, (scope, { body }) => offerOfficeHour(scope, body)),
  route(hour.changeOfficeHour, (scope, { params, body }) => changeOfficeHour(scope, params.hourId, body)),
  route(hour.cancelOfficeHour, (scope, { params, body }) => cancelOfficeHour(scope, params.hourId, body.why)),
  route(hour.joinOfficeHour, (scope, { params, body }) =>
    joinOfficeHour(scope, params.hourId, body.timeZone),
  ),
  route(hour.leaveOfficeHour, (scope, { params }) => leaveOfficeHour(scope, params.hourId)),
  route(hour.getOfficeHourFile, (scope, { params }) => getOfficeHourFile(scope, params.hourId)),
]

const coachRoutes: Route[] = [
  route(coach.getMyCoaching, (scope) => getMyCoaching(scope)),
  route(coach.getCoachProposals, (scope, { query }) => getCoachProposals(scope, query.topicId)),
  route(coach.offerCoaching, (scope, { body }) => offerCoaching(scope, body.atOnce)),
  route(coach.withdrawCoachOffer, (scope) => withdrawCoachOffer(scope)),
  route(coach.askCoach, (scope, { body }) => askCoach(scope, body)),
  route(coach.answerCoaching, (scope, { params, body }) => answerCoaching(scope, params.coachingId, body)),
  route(coach.withdrawCoaching, (scope, { params }) => withdrawCoaching(scope, params.coachingId)),
  route(coach.endCoaching, (scope, { params }) => endCoaching(scope, params.coachingId)),
]

export const routes: Route[] = [
  ...postRoutes,
  ...hourRoutes,
  ...coachRoutes,
  route(getDigest, (scope, { query }) => readDigest(scope, query.day)),
]
