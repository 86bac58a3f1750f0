import type { findOwnCourse } from '#course'
import { conflict, invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { type CourseAbout, findPeople } from './assign/people.ts'
import { type NamedPolicy, policyFor } from './policy/policies.ts'
import { type Candidate, type Chosen, choose } from './queue/choose.ts'

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

const none = new Set<string>()
/** Nobody is left out, and nobody is in a hurry. */
export const anybody = { without: none, first: none, hasIndependent: true, isUrgent: false }

/** How somebody would be asked if they had time. */
function fitOf(one: Candidate, policy: NamedPolicy): Chosen | undefined {
  const idle = { ...one, person: { ...one.person, availability: 'open' as const, open: 0 } }
  return choose([idle], { ...anybody, policy, count: 1, isReciprocal: () => false }).chosen[0]
}

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
  const { candidates, isReciprocal } = await findPeople(scope, aboutOf(course), policy, { isWide: false })
  return ids.map((id) => {
    const one = candidates.find(({ person }) => person.id === id.toLowerCase())
    const fit = one && fitOf(one, policy)
    if (!one || !fit || !mayBeWished(fit.by)) throw invalidField('/reviewerIds', 'review.not-reviewer')
    if (one.person.availability === 'away') throw conflict('review.away')
    if (one.person.open >= policy.mostOpen) throw conflict('review.full', { most: policy.mostOpen })
    return isReciprocal(one.person.id) ? { ...fit, by: 'reciprocal' } : fit
  })
}
