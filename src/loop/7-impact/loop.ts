import { sql } from 'kysely'
import { groupVisible, openedGroups } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { stages } from './contract.ts'

type Stage = (typeof stages)[number]

/**
 * When a journey reached each stage, and the stage before it. A journey has made an impact when three or more
 * people completed it: what it changed beyond that is measured by studies, not counted here.
 */
const reached: Record<Stage, { at: string; before: string | null; detail: string }> = {
  need: { at: 'raised_at', before: null, detail: 'voices' },
  leader: { at: 'claimed_at', before: 'raised_at', detail: '1' },
  course: { at: 'drafted_at', before: 'claimed_at', detail: '1' },
  validation: { at: 'validated_at', before: 'drafted_at', detail: '1' },
  learning: { at: 'learned_at', before: 'validated_at', detail: 'completions' },
  recognition: { at: 'thanked_at', before: 'learned_at', detail: 'kudos' },
  impact: { at: 'impact_at', before: 'learned_at', detail: 'completions' },
}
const order = Object.keys(reached) as Stage[]

export interface LoopQuery {
  days: number
  groupId?: string | undefined
}

const freshFor = 5 * 60_000

/** The moment up to which counts are kept: a number and the list behind it must begin at the same one. */
const momentOf = (scope: Scope): number => Math.floor(scope.now.getTime() / freshFor) * freshFor

const startOf = (scope: Scope, days: number) => new Date(momentOf(scope) - days * 86_400_000)

const visibleJourneys = (scope: Scope, groupId: string | undefined) => sql`
  from journeys j join groups g on g.org_id = j.org_id and g.id = j.group_id
  where j.org_id = ${scope.org} and ${groupVisible(scope, 'g')}
    ${groupId ? sql`and ${groupId}::uuid = any(g.path)` : sql``}`

const endOfTime = new Date('9999-12-31T00:00:00Z')

/**
 * The funnel of the last `days`, each stage compared with the period before. Counting a large company takes a while
 * and many look at it, so it is counted again only when a journey moved on, or after five minutes.
 */
export const getLoop = (scope: Scope, query: LoopQuery) => {
  const groups = openedGroups(scope.actor).sort()
  const key = JSON.stringify([query.days, query.groupId ?? '', groups, momentOf(scope)])
  return scope.install.recall.of({ org: scope.org, topic: 'loop', key }, () => countLoop(scope, query))
}

/** One query whatever the size. */
async function countLoop(scope: Scope, query: LoopQuery) {
  const from = startOf(scope, query.days)
  const earlier = startOf(scope, query.days * 2)
  const columns = order.flatMap((stage) => {
    const { at, before, detail } = reached[stage]
    const moment = sql.ref(`j.${at}`)
    const now = sql`${moment} >= ${from.toISOString()}`
    const days = before
      ? sql`percentile_cont(0.5) within group (order by extract(epoch from ${moment} - ${sql.ref(`j.${before}`)}) / 86400)
          filter (where ${now} and ${moment} >= ${sql.ref(`j.${before}`)})`
      : sql`null::float8`
    return [
      sql`count(*) filter (where ${now})::int as ${sql.ref(`${stage}_count`)}`,
      sql`count(*) filter (where ${moment} >= ${earlier.toISOString()} and ${moment} < ${from.toISOString()})::int
        as ${sql.ref(`${stage}_before`)}`,
      sql`coalesce(sum(${sql.raw(detail)}) filter (where ${now}), 0)::int as ${sql.ref(`${stage}_detail`)}`,
      sql`${days} as ${sql.ref(`${stage}_days`)}`,
    ]
  })
  const whole = (name: string, since: Date, until: Date) =>
    sql`percentile_cont(0.5) within group (order by extract(epoch from j.validated_at - j.raised_at) / 86400)
      filter (where j.validated_at >= ${since.toISOString()} and j.validated_at < ${until.toISOString()}
        and j.validated_at >= j.raised_at) as ${sql.ref(name)}`
  const wholes = [whole('whole_days', from, endOfTime), whole('whole_days_before', earlier, from)]
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join([...columns, ...wholes])} ${visibleJourneys(scope, query.groupId)}
    and j.touched_at >= ${earlier.toISOString()}`.execute(scope.db)
  const row = rows[0] ?? {}
  return {
    from: from.toISOString(),
    to: scope.now.toISOString(),
    medianNeedToCourseDays: row.wholeDays ?? null,
    medianNeedToCourseDaysBefore: row.wholeDaysBefore ?? null,
    stages: order.map((stage) => ({
      stage,
      count: row[`${stage}Count`] ?? 0,
      before: row[`${stage}Before`] ?? 0,
      medianDays: row[`${stage}Days`] ?? null,
      detail: row[`${stage}Detail`] ?? 0,
    })),
  }
}

interface JourneyRow {
  id: string
  title: string
  needId: string | null
  courseId: string | null
  reachedAt: string
  daysSinceBefore: number | null
}

/** Whether the reader may know of a journey's course: it counts from its first draft, which only its author knows. */
const courseKnown = (scope: Scope) => sql`exists (select from courses c
  join groups cg on cg.org_id = c.org_id and cg.id = c.group_id
  where c.org_id = j.org_id and c.id = j.course_id
    and (c.author_id = ${scope.actor.id} or c.first_published_at is not null and ${groupVisible(scope, 'cg')}))`

/** The journeys behind one number of the funnel, latest first. A course that is not published yet has no name. */
export async function listJourneys(
  scope: Scope,
  stage: Stage,
  query: LoopQuery & { limit: number; after?: string | undefined },
) {
  const after = readCursor(query.after, 'moment', 'id')
  const { at, before } = reached[stage]
  const moment = sql.ref(`j.${at}`)
  const since = before
    ? sql`extract(epoch from ${moment} - ${sql.ref(`j.${before}`)}) / 86400`
    : sql`null::float8`
  const { rows } = await sql<JourneyRow>`
    select j.id, case when j.need_id is null and not ${courseKnown(scope)} then '' else j.title end as title, j.need_id,
      case when ${courseKnown(scope)} then j.course_id end as course_id, ${moment} as reached_at, (${since})::float8 as days_since_before
    ${visibleJourneys(scope, query.groupId)}
      and ${moment} >= ${startOf(scope, query.days).toISOString()}
      ${after ? sql`and (${moment}, j.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by ${moment} desc, j.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, (row) => [row.reachedAt, row.id])
}
