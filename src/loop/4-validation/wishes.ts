import type { findOwnCourse } from '#course'
import { conflict, invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { type CourseAbout, peopleAround } from './assign/people.ts'
import { type NamedPolicy, policyFor } from './policy/policies.ts'
import { type Chosen, fitOf } from './queue/choose.ts'

/** A course of the actor's. */
export type OwnCourse = Awaited<ReturnType<typeof findOwnCourse>>

/** What of a course says who could review it. */
export const aboutOf = (course: OwnCourse): CourseAbout => ({
  ...{ courseId: course.id, groupId: course.groupId, authorId: course.authorId, title: course.title },
  ...{ objective: course.objective, tags: course.tags, needId: course.needId },
})

/** What the review of a course of one's own asks for. */
export const policyOf = (scope: Scope, course: OwnCourse): Promise<NamedPolicy> =>
  policyFor(scope, course.path, course.template?.key ?? null)

/** Whether an author may wish for somebody: who fits, or at least reviews there, busy or not. */
export const mayBeWished = (by: Chosen['by']): boolean => by === null || by === 'busy' || by === 'widened'

/** Whom an author wishes for, as the engine would ask them; throws for who may not, has no time, or has enough to read. */
export async function wishesOf(
  scope: Scope,
  course: OwnCourse,
  policy: NamedPolicy,
  ids: readonly string[],
): Promise<Chosen[]> {
  if (ids.some((id) => id.toLowerCase() === course.authorId))
    throw invalidField('/reviewerIds', 'review.own-course')
  if (ids.length === 0) return []
  const { candidates, isReciprocal } = await (await peopleAround(scope, aboutOf(course), policy))()
  return ids.map((id) => {
    const one = candidates.find(({ person }) => person.id === id.toLowerCase())
    const fit = one && fitOf(one, policy)
    if (!one || !fit || !mayBeWished(fit.by)) throw invalidField('/reviewerIds', 'review.not-reviewer')
    if (one.person.availability === 'away') throw conflict('review.away')
    if (one.person.open >= policy.mostOpen) throw conflict('review.full', { most: policy.mostOpen })
    return { id: one.person.id, ...fit, ...(isReciprocal(one.person.id) && { by: 'reciprocal' as const }) }
  })
}
