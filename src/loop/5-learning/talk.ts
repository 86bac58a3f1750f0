import { walk } from '#course/document/blocks.ts'
import type { Step } from '#course/document/schema.ts'
import { privacy } from '#leader'
import { holds } from '#people'
import { invalid, invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import * as talk from '#talk'
import { findCourseToLearn } from './enrollment.ts'
import { publishedStep, publishedSteps } from './published.ts'

/** A course as a subject of talk: who may see it may talk; its author and its group's managers look after it. */
async function subjectOf(scope: Scope, courseId: string) {
  const { course } = await findCourseToLearn(scope, courseId)
  const moderates = course.authorId === scope.actor.id || holds(scope.actor, course.path, 'manager')
  const subject: talk.Subject = { kind: 'course', id: courseId, groupId: course.groupId, moderates }
  return { subject, version: course.publishedVersion }
}

interface PartQuery {
  limit: number
  after?: string | undefined
  stepId?: string | undefined
}

const anchorsIn = (step: Step): string[] =>
  [...walk(step)].flatMap(({ attrs }) => (typeof attrs?.id === 'string' ? [attrs.id] : []))

/** Which step each block of the published version stands in. */
async function stepsByAnchor(scope: Scope, courseId: string, version: number): Promise<Map<string, string>> {
  const steps = await publishedSteps(scope, courseId, version)
  return new Map(steps.flatMap(({ id, step }) => anchorsIn(step).map((anchor) => [anchor, id] as const)))
}

/** What of a course is asked about: a step and its blocks, or all of it when none is named. */
const anchorsOf = async (scope: Scope, courseId: string, version: number, stepId: string | undefined) =>
  stepId ? anchorsIn((await publishedStep(scope, courseId, version, stepId)).step) : undefined

/** Comments of a course, or only those on one step and its blocks. */
export async function listCourseComments(
  scope: Scope,
  courseId: string,
  query: PartQuery & { order: 'oldest' | 'newest' },
) {
  const { subject, version } = await subjectOf(scope, courseId)
  const anchors = await anchorsOf(scope, courseId, version, query.stepId)
  const { items, next } = await talk.listComments(scope, subject, { ...query, anchors })
  const steps = await stepsByAnchor(scope, courseId, version)
  return { items: items.map((one) => ({ ...one, stepId: steps.get(one.anchor) ?? null })), next }
}

/** How many things were said on a course and its blocks, or only on one step and its blocks. */
export async function countCourseComments(scope: Scope, courseId: string, query: PartQuery) {
  const { subject, version } = await subjectOf(scope, courseId)
  const anchors = await anchorsOf(scope, courseId, version, query.stepId)
  return talk.countComments(scope, subject, { ...query, anchors })
}

/** Whether the published version has a block of this id. */
async function isThere(scope: Scope, courseId: string, version: number, blockId: string): Promise<boolean> {
  const steps = await publishedSteps(scope, courseId, version)
  return steps.some(({ step }) => [...walk(step)].some(({ attrs }) => attrs?.id === blockId))
}

/** Comments on a published course; the block must be in it. */
export async function commentOnCourse(
  scope: Scope,
  courseId: string,
  input: { anchor: string; quote: string; parentId: string | null; body: string },
) {
  const { subject, version } = await subjectOf(scope, courseId)
  if (input.anchor && !input.parentId) {
    if (!(await isThere(scope, courseId, version, input.anchor)))
      throw invalidField('/anchor', 'comment.no-such-place')
  }
  return talk.addComment(scope, subject, input)
}

export const changeCourseComment = async (scope: Scope, courseId: string, commentId: string, body: string) =>
  talk.changeComment(scope, (await subjectOf(scope, courseId)).subject, commentId, body)

export const setCourseCommentRemoved = async (
  scope: Scope,
  courseId: string,
  commentId: string,
  removed: boolean,
) => talk.setRemoved(scope, (await subjectOf(scope, courseId)).subject, commentId, removed)

export const setCourseAnswerAccepted = async (
  scope: Scope,
  courseId: string,
  commentId: string,
  accepted: boolean,
) => talk.setAccepted(scope, (await subjectOf(scope, courseId)).subject, commentId, accepted)

/** How many reacted how to a course and its blocks, or only to one step and its blocks. */
export async function listCourseReactions(scope: Scope, courseId: string, query: PartQuery) {
  const { subject, version } = await subjectOf(scope, courseId)
  const anchors = await anchorsOf(scope, courseId, version, query.stepId)
  return talk.countReactions(scope, subject, { ...query, anchors, fewest: privacy.fewestTold(scope) })
}

/** Reacts to a course or a block of it; a reaction to a block that is gone can still be taken back. */
export async function setCourseReaction(
  scope: Scope,
  courseId: string,
  reaction: Parameters<typeof talk.setReaction>[2],
  given: boolean,
): Promise<void> {
  const { subject, version } = await subjectOf(scope, courseId)
  if (given && reaction.anchor && !(await isThere(scope, courseId, version, reaction.anchor))) {
    throw invalid([{ part: 'query', pointer: '/anchor', code: 'reaction.no-such-place' }])
  }
  await talk.setReaction(scope, subject, reaction, given)
}
