import { commonsPlans } from './commons-plans.ts'
import { blockId } from './course.ts'
import { secretDocument, type Things } from './every-endpoint.ts'
import { recognitionPlans } from './recognition-plans.ts'

type Who = 'admin' | 'author' | 'insider'

/**
 * How a write comes about in a setting. The `insider` stands for every member of the group; what only some may do
 * names one of them, and is refused to the insider.
 */
export interface Plan {
  by: Who
  /** It concerns nobody but who does it: everybody may. */
  own?: true
  /** Who leads in the group may, too. */
  led?: true
  /** Whoever leads anywhere may, where they may look on. */
  amongLeaders?: true
  /** The writes that must have been done before, in this order. */
  after?: readonly string[]
  /** What the jobs do of it must have been done, too. */
  settled?: true
  /** What a body names of the setting; the rest is the contract's example. */
  names?: (things: Things) => Record<string, unknown>
  /** Things that the write is done to, where they are not those of the setting. */
  to?: (things: Things) => Things
  /** Things that the answer of the write adds to the setting. */
  makes?: (answer: never) => Things
}

const invited = ({ groupId = '' }: Things) => ({ groupId, email: `${crypto.randomUUID()}@northwind.example` })
const inReview = { by: 'admin', after: ['askForReview'] } as const
const ownPractice = { by: 'author', own: true } as const
const ownDraft = { by: 'author', after: ['createCourse'] } as const
const theAnswer = ({ answerId = '', ...rest }: Things) => ({ ...rest, commentId: answerId })
const ofAny = (things: Things) => ({ ...things, kind: 'any' })
const document = secretDocument()
const follower = ({ followerId = '', ...rest }: Things) => ({ ...rest, courseId: followerId })
const atItsRevision = ({ templateRevision }: Things) => ({ revision: Number(templateRevision) })

/** Every write of somebody who is signed in. */
export const plans: Record<string, Plan> = {
  signOut: { by: 'insider', own: true },
  signOutEverywhere: { by: 'insider', own: true },
  changeOrganization: { by: 'admin' },
  addApiKey: { by: 'admin' },
  revokeApiKey: { by: 'admin' },
  changeMember: { by: 'author' },
  endMembership: { by: 'admin' },
  setWorkingTime: { by: 'admin' },
  returnMember: { by: 'admin', after: ['endMembership'] },
  addGroup: { by: 'admin', names: ({ groupId }) => ({ parentId: groupId }) },
  changeGroup: { by: 'admin' },
  moveGroup: { by: 'admin', names: ({ otherGroupId }) => ({ parentId: otherGroupId }) },
  grantRole: { by: 'admin', to: () => ({ role: 'reviewer' }) },
  withdrawRole: { by: 'admin' },
  setRoles: { by: 'admin', names: () => ({ roles: ['learner', 'manager'] }) },
  archiveGroup: { by: 'admin', after: ['withdrawInvitation'] },
  restoreGroup: { by: 'admin', after: ['withdrawInvitation', 'archiveGroup'] },
  inviteMember: { by: 'admin', names: invited },
  withdrawInvitation: { by: 'admin' },
  restoreInvitation: { by: 'admin', after: ['withdrawInvitation'] },
  resendInvitation: { by: 'admin' },
  previewInvitations: { by: 'admin' },
  inviteMany: {
    by: 'admin',
    names: (things) => ({
      invitations: [
        { name: 'Mei Tanaka', title: 'Technician', role: 'learner', locale: 'en', ...invited(things) },
      ],
    }),
  },
  raiseNeed: { by: 'insider', names: ({ groupId }) => ({ groupId }) },
  changeNeed: { by: 'author', led: true },
  voiceNeed: { by: 'insider' },
  unvoiceNeed: { by: 'insider', after: ['voiceNeed'] },
  mergeNeed: { by: 'author', led: true, names: ({ otherNeedId }) => ({ into: otherNeedId }) },
  unmergeNeed: { by: 'author', led: true, after: ['mergeNeed'] },
  closeNeed: { by: 'author', led: true },
  reopenNeed: { by: 'author', led: true, after: ['closeNeed'] },
  claimNeed: { by: 'insider' },
  releaseNeed: { by: 'author', led: true, after: ['claimNeed'] },
  leaveDetection: { by: 'insider', own: true },
  returnToDetection: { by: 'insider', own: true, after: ['leaveDetection'] },
  setPurpose: { by: 'admin' },
  computeRadar: { by: 'admin' },
  setDetectionSettings: { by: 'admin' },
  setFewestTold: { by: 'admin' },
  previewDetection: { by: 'admin' },
  openHandover: {
    by: 'admin',
    names: ({ candidateId, topicId }) => ({ memberId: candidateId, topicId }),
  },
  closeHandover: { by: 'admin', names: ({ candidateId }) => ({ successorId: candidateId }) },
  reopenHandover: {
    by: 'admin',
    after: ['closeHandover'],
  },
  askExperts: { by: 'insider', to: ({ otherNeedId = '', ...rest }) => ({ ...rest, needId: otherNeedId }) },
  answerAsked: { by: 'insider' },
  endorse: { by: 'insider', own: true },
  unendorse: { by: 'insider', own: true, after: ['endorse'] },
  setProfile: { by: 'insider', own: true },
  removeProfile: { by: 'insider', own: true, after: ['setProfile'] },
  reportMiss: { by: 'insider', own: true },
  contestHeld: { by: 'insider', own: true },
  answerContest: { by: 'admin' },
  previewImport: { by: 'admin' },
  startImport: { by: 'admin' },
  takeImportPart: { by: 'admin', to: () => ({ offset: '0' }) },
  withdrawImport: { by: 'admin' },
  openSurvey: { by: 'admin', after: ['closeSurvey'], names: ({ groupId }) => ({ groupId }) },
  closeSurvey: { by: 'admin' },
  answerSurvey: {
    by: 'insider',
    names: ({ candidateId }) => ({ namings: [{ memberId: candidateId, topic: 'A secret topic' }] }),
  },
  declineSurvey: { by: 'insider' },
  chooseLetters: { by: 'insider', own: true },
  tryAddressAgain: { by: 'admin' },
  addTopic: { by: 'admin' },
  changeTopic: { by: 'admin' },
  removeTopic: { by: 'admin' },
  mergeTopic: { by: 'admin', names: ({ otherTopicId }) => ({ into: otherTopicId }) },
  unmergeTopic: { by: 'admin', after: ['mergeTopic'] },
  nominate: {
    by: 'insider',
    names: ({ candidateId, groupId }) => ({ memberId: candidateId, groupId }),
    makes: ({ id }: { id: string }) => ({ nominationId: id }),
  },
  confirmNomination: { by: 'admin', after: ['nominate'] },
  dismissNomination: { by: 'admin', after: ['nominate'] },
  reopenNomination: { by: 'admin', after: ['nominate', 'dismissNomination'] },
  answerNomination: { by: 'insider' },
  createCourse: {
    by: 'insider',
    names: ({ groupId, needId }) => ({ groupId, needId }),
    makes: ({ course: { id } }: { course: { id: string } }) => ({ courseId: id }),
  },
  makeTemplate: {
    by: 'admin',
    names: ({ groupId }) => ({ groupId }),
    makes: ({ template: { id } }: { template: { id: string } }) => ({ templateId: id }),
  },
  saveTemplateDraft: { by: 'admin', names: atItsRevision },
  keepTemplateCopy: {
    by: 'admin',
    makes: ({ number }: { number: number }) => ({ number: String(number) }),
  },
  publishTemplate: { by: 'admin', names: atItsRevision },
  archiveTemplate: { by: 'admin' },
  restoreTemplate: { by: 'admin', after: ['archiveTemplate'] },
  takeTemplate: { by: 'author', to: follower, names: () => ({ revision: 1 }) },
  leaveTemplate: { by: 'author', to: follower, after: ['takeTemplate'] },
  saveDraft: { by: 'author', names: ({ revision }) => ({ revision: Number(revision), document }) },
  discardCourse: ownDraft,
  keepCourse: { by: 'author', after: ['createCourse', 'discardCourse'] },
  retireCourse: { by: 'author' },
  setVerifyBy: { by: 'author' },
  returnCourse: { by: 'author', after: ['retireCourse'] },
  verifyCourse: { by: 'author', led: true },
  unverifyCourse: { by: 'author', after: ['verifyCourse'] },
  mergeCourse: { by: 'author', names: ({ otherCourseId }) => ({ into: otherCourseId }) },
  unmergeCourse: { by: 'author', after: ['mergeCourse'] },
  handOverCourses: {
    by: 'admin',
    after: ['endMembership'],
    names: ({ memberId, candidateId }) => ({ memberId, successorId: candidateId }),
    makes: ({ id }: { id: string }) => ({ successionId: id }),
  },
  takeCoursesBack: { by: 'admin' },
  keepCopy: {
    by: 'author',
    names: () => ({ document }),
    makes: ({ number }: { number: number }) => ({ number: String(number) }),
  },
  restoreVersion: { by: 'author' },
  importMarkdown: { by: 'insider', own: true },
  startUpload: { by: 'author', makes: ({ id }: { id: string }) => ({ fileId: id }) },
  startUploadAhead: { by: 'insider', own: true, makes: ({ id }: { id: string }) => ({ fileId: id }) },
  sendPart: { by: 'author' },
  askForReview: {
    by: 'author',
    names: ({ reviewerId }) => ({ reviewerIds: [reviewerId] }),
    makes: ({ id }: { id: string }) => ({ reviewId: id }),
  },
  makeFinding: {
    ...inReview,
    names: () => ({ blockId: blockId('p1'), suggestion: 'Better words' }),
    makes: ({ id }: { id: string }) => ({ findingId: id }),
  },
  removeFinding: { by: 'admin', after: ['askForReview', 'makeFinding'] },
  resolveFinding: { by: 'author' },
  applySuggestion: {
    by: 'author',
    after: ['askForReview', 'makeFinding'],
    names: () => ({ revision: null }),
  },
  giveVerdict: { ...inReview, names: () => ({ verdict: 'comment', note: 'A secret note' }) },
  declineReview: inReview,
  setCharterRule: { by: 'admin' },
  leaveCharterRule: { by: 'admin', after: ['setCharterRule'] },
  addCriterion: { by: 'admin' },
  setCriterion: { by: 'admin' },
  leaveCriterion: { by: 'admin', after: ['setCriterion'] },
  judge: inReview,
  markPractice: ownPractice,
  judgePractice: ownPractice,
  comparePractice: { ...ownPractice, after: ['judgePractice'] },
  repeatPractice: { ...ownPractice, after: ['judgePractice', 'comparePractice'] },
  forgetPractice: { ...ownPractice, after: ['judgePractice'] },
  setPolicy: { by: 'admin', to: ofAny, names: () => ({ trustedAfter: 0 }) },
  leavePolicy: { by: 'admin', to: ofAny, after: ['setPolicy'] },
  publishTrusted: { by: 'author', after: ['setPolicy'] },
  askForOpinion: { by: 'author', after: ['askForReview'] },
  assignReviewer: {
    ...inReview,
    to: ({ candidateId = '', ...rest }) => ({ ...rest, memberId: candidateId }),
  },
  withdrawReview: { by: 'author', after: ['askForReview'] },
  startCourse: { by: 'insider' },
  answerQuestion: { by: 'insider', after: ['startCourse'], names: () => ({ blockId: blockId('q1') }) },
  completeStep: { by: 'insider', after: ['startCourse'] },
  commentOnCourse: { by: 'insider' },
  changeCourseComment: { by: 'author' },
  removeCourseComment: { by: 'author' },
  returnCourseComment: { by: 'author', after: ['removeCourseComment'] },
  acceptAnswer: { by: 'author', to: theAnswer },
  unacceptAnswer: { by: 'author', after: ['acceptAnswer'], to: theAnswer },
  reactToCourse: { by: 'insider' },
  unreactToCourse: { by: 'insider', after: ['reactToCourse'] },
  assignHealthItem: { by: 'author', led: true, names: ({ reviewerId }) => ({ ownerId: reviewerId }) },
  dismissHealthItem: { by: 'author', led: true },
  undismissHealthItem: { by: 'author', led: true, after: ['dismissHealthItem'] },
  setHealthSettings: { by: 'admin' },
  ...recognitionPlans,
  ...commonsPlans,
  markRead: {
    by: 'author',
    settled: true,
    names: ({ entryId, kudosId }) => ({ upTo: entryId ?? kudosId }),
  },
}
