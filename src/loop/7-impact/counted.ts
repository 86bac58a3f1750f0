import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { cameIn, daysBetween, type LoopQuery, reached, type Stage, spanOf, visibleJourneys } from './span.ts'

interface JourneyRow {
  id: string
  title: string
  needId: string | null
  courseId: string | null
  reachedAt: string
  days: number | null
  amount: number
}

interface CountedQuery extends LoopQuery {
  when: 'now' | 'before'
  timed: 'any' | 'step' | 'whole'
  limit: number
  after?: string | undefined
}

/** Whether the reader may know of a journey's course: it counts from its first draft, which only its author knows. */
const courseKnown = (scope: Scope) => sql`exists (select from courses c
  join groups cg on cg.org_id = c.org_id and cg.id = c.group_id
  where c.org_id = j.org_id and c.id = j.course_id
    and (c.author_id = ${scope.actor.id} or c.first_published_at is not null and ${groupVisible(scope, 'cg')}))`

/** The journeys behind one number of the funnel, latest first. A course that is not published yet has no name. */
export async function listJourneys(scope: Scope, stage: Stage, query: CountedQuery) {
  const after = readCursor(query.after, 'moment', 'id')
  const { at, before, detail } = reached[stage]
  const moment = sql.ref(`j.${at}`)
  const since = query.timed === 'whole' ? 'raised_at' : before
  const days = since ? daysBetween(since, at) : sql`null::float8`
  const { rows } = await sql<JourneyRow>`
    select j.id, case when j.need_id is null and not ${courseKnown(scope)} then '' else j.title end as title, j.need_id,
      case when ${courseKnown(scope)} then j.course_id end as course_id, ${moment} as reached_at,
      ${days} as days, (${sql.raw(detail)})::int as amount
    ${visibleJourneys(scope, query.groupId)}
      and ${cameIn(at, spanOf(scope, query.days, query.when))}
      ${query.timed === 'any' ? sql`` : sql`and (${days}) is not null`}
      ${after ? sql`and (${moment}, j.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by ${moment} desc, j.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, (row) => [row.reachedAt, row.id])
}
