import { z } from 'zod'
import { academyFacts } from './facts-of-academy.ts'
import { campaignFacts } from './facts-of-campaigns.ts'
import { communityFacts } from './facts-of-community.ts'
import { courseFacts } from './facts-of-courses.ts'
import { ladderFacts } from './facts-of-ladder.ts'
import { protectedTimeFacts } from './facts-of-protected-time.ts'
import { recognitionFacts } from './facts-of-recognition.ts'
import { volunteerFacts } from './facts-of-volunteers.ts'

const id = z.uuid()
const block = z.string()
const pointing = { commentId: id, memberId: id, subject: z.string(), subjectId: id }
const acceptance = { commentId: id, questionId: id, subject: z.string(), subjectId: id }
const weighed = { percent: z.number(), memory: z.number(), kinds: z.record(z.string(), z.number()) }
const handed = { handoverId: id, memberId: id, topicId: id }
const nominated = { nominationId: id, memberId: id, groupId: id }
const decision = { isOn: z.boolean(), legalNote: z.string(), keepDays: z.number(), seenBy: z.string() }

/**
 * Everything that can happen, in the order it happens in the loop. A fact is written in the transaction of the verb
 * that did it, and is never changed: feed, notices, audit and impact are all read from here. Fields may be added
 * (optional), never renamed.
 */
export const facts = {
  'organization.created': z.object({ name: z.string(), demo: z.boolean() }),
  'organization.changed': z.object({ before: z.object({ name: z.string() }) }),
  'group.created': z.object({ groupId: id, parentId: id.nullable(), name: z.string() }),
  'group.changed': z.object({ groupId: id, before: z.record(z.string(), z.unknown()) }),
  'group.moved': z.object({ groupId: id, from: id, to: id }),
  'group.archived': z.object({ groupId: id }),
  'group.restored': z.object({ groupId: id }),
  'member.invited': z.object({ invitationId: id, email: z.string(), groupId: id, role: z.string() }),
  'invitation.withdrawn': z.object({ invitationId: id }),
  'invitation.restored': z.object({ invitationId: id }),
  'member.joined': z.object({ memberId: id, groupId: id }),
  'member.changed': z.object({ memberId: id }),
  'member.working-time-set': z.object({ memberId: id, percent: z.number(), before: z.number() }),
  'member.left': z.object({ memberId: id }),
  'member.returned': z.object({ memberId: id }),
  'role.granted': z.object({ memberId: id, groupId: id, role: z.string() }),
  'role.withdrawn': z.object({ memberId: id, groupId: id, role: z.string() }),
  'member.signed-in': z.object({ memberId: id, sessionId: id }),
  'session.ended': z.object({ memberId: id, sessionIds: z.array(id) }),
  'password.reset-asked': z.object({ memberId: id }),
  'password.set': z.object({ memberId: id }),
  'key.added': z.object({ keyId: id, name: z.string(), opens: z.string(), expiresAt: z.string() }),
  'key.revoked': z.object({ keyId: id, name: z.string() }),

  'letters.chosen': z.object({ memberId: id, topic: z.string(), isWanted: z.boolean(), byLink: z.boolean() }),
  // What it is about is as its writer named it: of a campaign which one, and which step.
  'letter.returned': z.object({ memberId: id, topic: z.string(), about: z.array(z.string()) }),
  'address.refused': z.object({ memberId: id.nullable(), code: z.number() }),
  'address.tried-again': z.object({ refusedId: id }),

  'need.raised': z.object({ needId: id, groupId: id, title: z.string() }),
  'need.changed': z.object({ needId: id }),
  'need.voiced': z.object({ needId: id, memberId: id }),
  'need.unvoiced': z.object({ needId: id, memberId: id }),
  'need.merged': z.object({ needId: id, into: id }),
  'need.unmerged': z.object({ needId: id, from: id }),
  'need.closed': z.object({ needId: id }),
  'need.reopened': z.object({ needId: id }),
  'need.answered': z.object({ needId: id, courseId: id }),

  'need.claimed': z.object({ needId: id, claimId: id, memberId: id }),
  'need.released': z.object({ needId: id, claimId: id, memberId: id }),

  'detection.left': z.object({ memberId: id }),
  'detection.returned': z.object({ memberId: id }),
  'detection.asked': z.object({}),
  'detection.weighed': z.object({ ...weighed, before: z.object(weighed) }),
  'purpose.set': z.object({ purpose: z.string(), ...decision, before: z.object(decision) }),
  'fewest.set': z.object({ people: z.number(), before: z.number() }),
  'import.started': z.object({ importId: id, source: z.string(), keyId: id.optional() }),
  'import.finished': z.object({
    importId: id,
    source: z.string(),
    lines: z.number(),
    kept: z.number(),
    rejected: z.number(),
  }),
  'import.withdrawn': z.object({ importId: id, source: z.string() }),

  'survey.opened': z.object({ surveyId: id, groupId: id, endsAt: z.string() }),
  'survey.answered': z.object({ surveyId: id }),
  'survey.closed': z.object({ surveyId: id, groupId: id }),

  'topic.added': z.object({ topicId: id, name: z.string() }),
  'topic.changed': z.object({
    topicId: id,
    before: z.object({ name: z.string(), words: z.array(z.string()) }),
  }),
  'topic.removed': z.object({ topicId: id, name: z.string() }),
  'topic.merged': z.object({ topicId: id, into: id }),
  'topic.unmerged': z.object({ topicId: id, from: id }),
  'contest.made': z.object({ contestId: id, memberId: id }),
  'contest.answered': z.object({ contestId: id, memberId: id, groupId: id, answer: z.string() }),

  'expert.asked': z.object({ needId: id, askedBy: id, memberIds: z.array(id), wave: z.number() }),
  'expert.answered': z.object({ needId: id, memberId: id, answer: z.string(), askedBy: id }),
  'profile.set': z.object({ memberId: id }),
  'profile.removed': z.object({ memberId: id }),
  'member.endorsed': z.object({ memberId: id, topicId: id }),
  'member.unendorsed': z.object({ memberId: id, topicId: id }),
  'handover.opened': z.object({ ...handed, why: z.string() }),
  'handover.closed': z.object({
    ...{ ...handed, topic: z.string() },
    ...{ successorId: id.nullable(), note: z.string() },
  }),
  'handover.reopened': z.object(handed),

  'nomination.made': z.object(nominated),
  'nomination.decided': z.object({ ...nominated, decision: z.string(), reason: z.string() }),
  'nomination.reopened': z.object(nominated),
  'nomination.asked-again': z.object({ ...nominated, reason: z.string(), askedBy: id }),
  'nomination.answered': z.object({
    ...nominated,
    answer: z.string(),
    note: z.string().optional(),
    askedBy: id,
  }),

  ...courseFacts,

  'course.started': z.object({ courseId: id, memberId: id }),
  'step.completed': z.object({ courseId: id, memberId: id, stepId: block }),
  'question.answered': z.object({
    courseId: id,
    memberId: id,
    blockId: block,
    answerId: id,
    correct: z.boolean(),
  }),
  'course.completed': z.object({ courseId: id, memberId: id }),

  'comment.made': z.object({ commentId: id, subject: z.string(), subjectId: id, parentId: id.nullable() }),
  'comment.changed': z.object({ commentId: id }),
  'comment.removed': z.object({ commentId: id }),
  'comment.returned': z.object({ commentId: id }),
  'comment.accepted': z.object(acceptance),
  'comment.unaccepted': z.object(acceptance),
  'mention.made': z.object(pointing),
  'mention.withdrawn': z.object(pointing),
  'reaction.given': z.object({ subject: z.string(), subjectId: id, anchor: z.string(), kind: z.string() }),
  'reaction.withdrawn': z.object({
    subject: z.string(),
    subjectId: id,
    anchor: z.string(),
    kind: z.string(),
  }),

  ...recognitionFacts,
  ...campaignFacts,

  ...volunteerFacts,
  ...academyFacts,
  ...communityFacts,
  ...protectedTimeFacts,
  ...ladderFacts,
}

export type FactType = keyof typeof facts
export type FactData<Type extends FactType> = z.output<(typeof facts)[Type]>

/** A fact as it is read back: what, when, who, and its data. */
export interface Fact<Type extends FactType = FactType> {
  id: string
  type: Type
  at: string
  actorId: string | null
  data: FactData<Type>
}
