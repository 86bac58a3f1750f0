import { sql } from 'kysely'
import { whoMayEnter } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Succession } from '../succession.contract.ts'
import { left, managed, successionsThat } from './left.ts'

interface HandOver {
  memberId: string
  successorId: string
  groupId: string | null
}

interface LeftCourse {
  id: string
  groupId: string
}

/** The courses that go over, kept from changing: those of who left, in groups that the actor manages. */
async function lockLeft(scope: Scope, { memberId, groupId }: HandOver): Promise<LeftCourse[]> {
  const within = groupId === null ? sql`true` : sql`${groupId}::uuid = any(g.path)`
  const { rows } = await sql<LeftCourse>`
    select c.id, c.group_id from courses c join groups g on g.org_id = c.org_id and g.id = c.group_id
      join members m on m.org_id = c.org_id and m.id = c.author_id
    where c.org_id = ${scope.org} and c.author_id = ${memberId} and ${left} and ${managed(scope)} and ${within}
    order by c.id for update of c`.execute(scope.db)
  return rows
}

async function refuseUnfit(scope: Scope, { memberId, successorId }: HandOver): Promise<void> {
  const people = await scope.db
    .selectFrom('members')
    .select(['id', 'leftAt'])
    .where('orgId', '=', scope.org)
    .where('id', 'in', [memberId, successorId])
    .execute()
  const from = people.find(({ id }) => id === memberId)
  const to = people.find(({ id }) => id === successorId)
  if (!from) throw invalidField('/memberId', 'member.not-found')
  if (from.leftAt === null) throw conflict('succession.still-here')
  if (!to || to.leftAt !== null) throw invalidField('/successorId', 'member.not-found')
}

/** Whoever is to look after something must be able to see it. */
async function refuseOutsider(scope: Scope, courses: LeftCourse[], successorId: string): Promise<void> {
  for (const groupId of new Set(courses.map((one) => one.groupId)))
    if (!(await whoMayEnter(scope, groupId, [successorId])).has(successorId))
      throw invalidField('/successorId', 'succession.outsider')
}

/** Who wrote it stays named, wherever somebody else looks after it. */
async function setAuthor(scope: Scope, ids: string[], authorId: string): Promise<void> {
  await sql`update courses set author_id = ${authorId},
      first_author_id = nullif(coalesce(first_author_id, author_id), ${authorId})
    where org_id = ${scope.org} and id = any(${ids}::uuid[])`.execute(scope.db)
}

const tellOf = (scope: Scope, ids: string[]): void =>
  tell(scope, { topics: ['courses', 'my-courses', 'leavers', ...ids.map((id) => `course:${id}`)] })

/** Hands what somebody left behind to a successor: to write on, to look after and to answer for, all at once. */
export async function handOverCourses(scope: Scope, input: HandOver): Promise<Succession> {
  const { memberId: fromId, successorId: toId } = input
  await holdAlone(scope, `succession ${scope.org} ${fromId}`)
  await refuseUnfit(scope, input)
  const courses = await lockLeft(scope, input)
  if (courses.length === 0) throw forbidden('succession.nothing')
  await refuseOutsider(scope, courses, toId)
  const courseIds = courses.map(({ id }) => id)
  const successionId = newIdIn(scope)
  const { org: orgId, now: madeAt } = scope
  await scope.db
    .insertInto('courseSuccessions')
    .values({ orgId, id: successionId, fromId, toId, madeBy: scope.actor.id, madeAt })
    .execute()
  await scope.db
    .insertInto('successionCourses')
    .values(courseIds.map((courseId) => ({ orgId, successionId, courseId })))
    .execute()
  await setAuthor(scope, courseIds, toId)
  await record(scope, 'courses.handed-over', { successionId, fromId, toId, courseIds })
  tellOf(scope, courseIds)
  return findSuccession(scope, successionId)
}

async function findSuccession(scope: Scope, id: string): Promise<Succession> {
  const [row] = await successionsThat(scope, sql<boolean>`s.id = ${id}`, 1)
  if (!row) throw notFound('succession')
  return row
}

/** Undoes it, for what is still the successor’s. */
export async function takeCoursesBack(scope: Scope, id: string): Promise<void> {
  await sql`select from course_successions where org_id = ${scope.org} and id = ${id} for update`.execute(
    scope.db,
  )
  const { from, to, can } = await findSuccession(scope, id)
  if (!can.undo) throw notFound('succession')
  const { rows } = await sql<{ id: string }>`
    select c.id from succession_courses x join courses c on c.org_id = x.org_id and c.id = x.course_id
    where x.org_id = ${scope.org} and x.succession_id = ${id} and c.author_id = ${to.id}
    order by c.id for update of c`.execute(scope.db)
  const courseIds = rows.map((row) => row.id)
  await setAuthor(scope, courseIds, from.id)
  await scope.db
    .updateTable('courseSuccessions')
    .set({ undoneAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  const back = { successionId: id, fromId: from.id, toId: to.id, courseIds }
  await record(scope, 'courses.handed-back', back)
  tellOf(scope, courseIds)
}
