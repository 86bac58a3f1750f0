import { sql } from 'kysely'
import { findOwnCourse } from '#course'
import type { Scope } from '#platform/scope'
import { peopleAround } from './assign/people.ts'
import { choose } from './queue/choose.ts'
import { isTrusted } from './trust.ts'
import { aboutOf, mayBeWished, policyOf } from './wishes.ts'

const none = new Set<string>()
/** Nobody is left out, and nobody is in a hurry. */
const anybody = { without: none, first: none, hasIndependent: true, isUrgent: false }

/** Peers who may be asked to review a course, whom Cairn would ask first, and what the policy of its group wants. */
export async function suggestReviewers(scope: Scope, courseId: string) {
  const course = await findOwnCourse(scope, courseId)
  const policy = await policyOf(scope, course)
  const { candidates, isReciprocal } = await (await peopleAround(scope, aboutOf(course), policy))()
  const { chosen } = choose(candidates, { ...anybody, policy, count: 20, isReciprocal })
  const best = chosen.filter(({ id, by }) => mayBeWished(by) && !isReciprocal(id)).map(({ id }) => id)
  const { rows } = await sql<{ id: string; name: string; title: string }>`
    select id, name, title from members where org_id = ${scope.org} and id = any(${best}::uuid[])
    order by array_position(${best}::uuid[], id)`.execute(scope.db)
  const open = new Map(candidates.map(({ person }) => [person.id, person.open]))
  const { approvals, days, isBlind } = policy
  return {
    items: policy.isBlind ? [] : rows.map((row) => ({ ...row, waiting: open.get(row.id) ?? 0 })),
    policy: { approvals, days, isBlind },
    mayPublish: await isTrusted(scope, course, policy),
  }
}
