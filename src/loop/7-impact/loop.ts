import { type RawBuilder, sql } from 'kysely'
import { openedGroups } from '#people'
import type { Scope } from '#platform/scope'
import {
  cameIn,
  daysBetween,
  type LoopQuery,
  momentOf,
  reached,
  type Stage,
  spanOf,
  visibleJourneys,
} from './span.ts'

const order = Object.keys(reached) as Stage[]

/**
 * The funnel of the last `days`, each stage compared with the period before. Counting a large company takes a while
 * and many look at it, so it is counted again only when a journey moved on, or after five minutes.
 */
export const getLoop = (scope: Scope, query: LoopQuery) => {
  const groups = openedGroups(scope.actor).sort()
  const key = JSON.stringify([query.days, query.groupId ?? '', groups, momentOf(scope)])
  return scope.install.recall.of({ org: scope.org, topic: 'loop', key }, () => countLoop(scope, query))
}

/** The middle of the days from one moment of a journey to another, of those that came to the second one then. */
const median = (days: RawBuilder<number | null>, then: RawBuilder<boolean>) =>
  sql`percentile_cont(0.5) within group (order by ${days}) filter (where ${then})`

/** One query whatever the size. */
async function countLoop(scope: Scope, query: LoopQuery) {
  const [now, earlier] = [spanOf(scope, query.days, 'now'), spanOf(scope, query.days, 'before')]
  const columns = order.flatMap((stage) => {
    const { at, before, detail } = reached[stage]
    const isNow = cameIn(at, now)
    const named = (column: RawBuilder<unknown>, what: string) =>
      sql`${column} as ${sql.ref(`${stage}_${what}`)}`
    return [
      named(sql`count(*) filter (where ${isNow})::int`, 'count'),
      named(sql`count(*) filter (where ${cameIn(at, earlier)})::int`, 'before'),
      named(sql`coalesce(sum(${sql.raw(detail)}) filter (where ${isNow}), 0)::int`, 'detail'),
      named(before ? median(daysBetween(before, at), isNow) : sql`null::float8`, 'days'),
    ]
  })
  const whole = (name: string, span: typeof now) =>
    sql`${median(daysBetween('raised_at', 'validated_at'), cameIn('validated_at', span))} as ${sql.ref(name)}`
  const wholes = [whole('whole_days', now), whole('whole_days_before', earlier)]
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join([...columns, ...wholes])} ${visibleJourneys(scope, query.groupId)}
    and j.touched_at >= ${earlier.from.toISOString()}`.execute(scope.db)
  const row = rows[0] ?? {}
  return {
    from: now.from.toISOString(),
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
