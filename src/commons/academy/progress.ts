import { type RawBuilder, sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { type Scope, tell } from '#platform/scope'
import { awardBadge } from '#recognition'
import { record } from '#record'
import { findAcademy } from './rows.ts'

/** Whoever goes on for a member on the path waits for who does so at the same time. */
export const lockPath = (scope: Scope, memberId: string): Promise<void> =>
  holdAlone(scope, `academy of ${scope.org} ${memberId}`)

/** Notes that a member began, once. */
export async function start(scope: Scope, memberId: string): Promise<void> {
  const made = await scope.db
    .insertInto('academyMembers')
    .values({ orgId: scope.org, memberId, startedAt: scope.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await record(scope, 'academy.started', { memberId })
  tell(scope, { topics: ['academy'] })
}

/**
 * SQL condition on a member `p` of the path: everything that is asked of them is completed, and something is. A step is
 * asked as long as a course of it is there that they did not write; it is done when they completed it in any language. While
 * courses are still coming in nobody is through.
 */
const isTrained: RawBuilder<boolean> = sql<boolean>`(select count(*) > 0 and bool_and(asked.done) from (
  select bool_or(e.completed_at is not null) as done from academy_courses a
  join courses c on c.org_id = a.org_id and c.id = a.course_id and c.first_published_at is not null
  left join enrollments e on e.org_id = a.org_id and e.course_id = a.course_id and e.member_id = p.member_id
  where a.org_id = p.org_id group by a.place
  having bool_or(c.retired_at is null and c.author_id <> p.member_id) or bool_or(e.completed_at is not null)) asked)
  and not exists (select from academy_courses a left join courses c on c.org_id = a.org_id and c.id = a.course_id
    where a.org_id = p.org_id and a.stopped_by is null and c.first_published_at is null and c.discarded_at is null)`

/** SQL: the first course that a member `p` of the path published themselves: neither practice nor of the academy. */
export const ownCourse = (column: 'id' | 'title' | 'group_id' | 'first_published_at') =>
  sql<
    string | null
  >`(select o.${sql.ref(column)} from courses o where o.org_id = p.org_id and o.author_id = p.member_id
    and o.first_published_at is not null and o.id is distinct from p.practice_id
    and not exists (select from academy_courses a where a.org_id = o.org_id and a.course_id = o.id)
    order by o.first_published_at, o.id limit 1)`

/** Notes that some members `p` of the path completed its courses, where they did. */
async function train(scope: Scope, which: RawBuilder<boolean>): Promise<void> {
  const { rows } = await sql<{ memberId: string }>`update academy_members p set trained_at = ${scope.now}
    where p.org_id = ${scope.org} and p.trained_at is null and ${which} and ${isTrained} returning member_id`.execute(
    scope.db,
  )
  for (const { memberId } of rows) await record(scope, 'academy.trained', { memberId })
}

interface Ready {
  memberId: string
  locale: string
  courseId: string
  /** Whether everybody may see the course. */
  isOpen: boolean
}

/** Members `p` of the path who did everything and hold no certificate: here, and with a badge that is awarded. */
async function readyOf(scope: Scope, which: RawBuilder<boolean>, openedBy: string): Promise<Ready[]> {
  const { rows } = await sql<Ready>`
    select p.member_id, m.locale, o.id as course_id, not g.private and o.retired_at is null as is_open
    from academy_members p
    join academies x on x.org_id = p.org_id
    join badges b on b.org_id = x.org_id and b.id = x.badge_id and b.archived_at is null
    join members m on m.org_id = p.org_id and m.id = p.member_id and m.left_at is null
    join courses o on o.org_id = p.org_id and o.id = ${ownCourse('id')}
    join groups g on g.org_id = o.org_id and g.id = o.group_id
    where p.org_id = ${scope.org} and p.trained_at is not null and p.completed_at is null
      and p.member_id <> ${openedBy} and ${which}`.execute(scope.db)
  return rows
}

/** Awards the certificate, in the name of nobody: that it is so was decided when the academy was opened. */
async function certify(scope: Scope, { badgeId, openedBy }: Academy, ready: Ready): Promise<void> {
  const { memberId, locale, courseId, isOpen } = ready
  const reason = scope.install.catalog.text(locale, 'academy.badge.reason')
  const by = { ruleId: 'academy', madeBy: openedBy }
  const award = { badgeId, memberId, level: 1, reason, courseId: isOpen ? courseId : null, by }
  const { id: awardId } = await awardBadge(scope, award)
  await scope.db
    .updateTable('academyMembers')
    .set({ completedAt: scope.now, awardId })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .execute()
  await record(scope, 'academy.completed', { memberId, awardId })
}

type Academy = NonNullable<Awaited<ReturnType<typeof findAcademy>>>

/** All members `p` of the path. */
export const everybody = sql<boolean>`true`

/** Brings some members `p` of the path as far as they are: trained, certified. What they are already they stay. */
export async function bringUpToDate(scope: Scope, which: RawBuilder<boolean>): Promise<void> {
  const academy = await findAcademy(scope)
  if (!academy || academy.closedAt) return
  await train(scope, which)
  for (const ready of await readyOf(scope, which, academy.openedBy)) {
    await lockPath(scope, ready.memberId)
    const [still] = await readyOf(scope, sql<boolean>`p.member_id = ${ready.memberId}`, academy.openedBy)
    if (still) await certify(scope, academy, still)
  }
  tell(scope, { topics: ['academy'] })
}
