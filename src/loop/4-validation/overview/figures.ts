import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { workingDaysBetween } from '#platform/working-days'
import type { ReviewFigures } from '../queue.contract.ts'
import { findManaged } from './queue.ts'

const day = 86_400_000
const weeks = 12

interface Decided {
  askedAt: string
  closedAt: string
  dueAt: string | null
}

/** SQL: the rounds `r` of courses of a group and below that the actor may see. */
const roundsIn = (scope: Scope, groupId: string) => sql`
  reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
  join groups g on g.org_id = c.org_id and g.id = c.group_id and g.path @> array[${groupId}]::uuid[]
    and ${groupVisible(scope, 'g')}`

/** How many of so many sorted figures lie below a share of them. */
const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)

/** How review goes in a group and below. Nothing in it is told of one person. */
export async function getReviewFigures(scope: Scope, groupId: string): Promise<ReviewFigures> {
  await findManaged(scope, groupId)
  const [now, decided, turns, topics] = await Promise.all([
    readNow(scope, groupId),
    readDecided(scope, groupId),
    readTurns(scope, groupId),
    readTopics(scope, groupId),
  ])
  const since = scope.now.getTime() - 90 * day
  const lately = decided.filter(({ closedAt }) => Date.parse(closedAt) > since)
  const waits = lately
    .map(({ askedAt, closedAt }) => workingDaysBetween(new Date(askedAt), new Date(closedAt)))
    .sort((a, b) => a - b)
  return {
    ...now,
    weeks: weeksOf(decided, scope.now),
    decided: lately.length,
    inTime: lately.filter(({ closedAt, dueAt }) => dueAt === null || closedAt <= dueAt).length,
    median: rounded(quantile(waits, 0.5)),
    slowest: rounded(quantile(waits, 0.9)),
    ...turns,
    topics,
  }
}

function weeksOf(decided: readonly Decided[], now: Date): ReviewFigures['weeks'] {
  return Array.from({ length: weeks }, (_, at) => {
    const from = now.getTime() - (weeks - at) * 7 * day
    const within = decided.filter(({ closedAt }) => {
      const closed = Date.parse(closedAt)
      return closed > from && closed <= from + 7 * day
    })
    return { from: new Date(from).toISOString(), decided: within.length }
  })
}

async function readNow(scope: Scope, groupId: string) {
  const { rows } = await sql<Pick<ReviewFigures, 'waiting' | 'late' | 'stranded'>>`
    select count(*)::int as waiting, (count(*) filter (where r.due_at < ${scope.now}))::int as late,
      (count(*) filter (where r.stranded_at is not null))::int as stranded
    from ${roundsIn(scope, groupId)}
    where r.org_id = ${scope.org} and r.closed_at is null and c.discarded_at is null`.execute(scope.db)
  return rows[0] ?? { waiting: 0, late: 0, stranded: 0 }
}

async function readDecided(scope: Scope, groupId: string): Promise<Decided[]> {
  const since = new Date(scope.now.getTime() - Math.max(90, weeks * 7) * day)
  const { rows } = await sql<Decided>`
    select r.asked_at, r.closed_at, r.due_at from ${roundsIn(scope, groupId)}
    where r.org_id = ${scope.org} and r.closed_at > ${since} and r.outcome in ('approved', 'changes')
    order by r.closed_at desc limit 20000`.execute(scope.db)
  return rows
}

type Turns = Pick<ReviewFigures, 'asked' | 'reviewers' | 'ranOut' | 'declined' | 'gaveWay'>

async function readTurns(scope: Scope, groupId: string): Promise<Turns> {
  const since = new Date(scope.now.getTime() - 90 * day)
  const { rows } = await sql<Turns>`
    with turns as (
      select w.* from ${roundsIn(scope, groupId)} join reviewers w on w.org_id = r.org_id and w.review_id = r.id
      where r.org_id = ${scope.org} and w.asked_at > ${since})
    select count(*)::int as asked, count(distinct member_id)::int as reviewers,
      (count(*) filter (where ended_why = 'expired' and given_at is null))::int as ran_out,
      (count(*) filter (where ended_why = 'declined'))::int as declined,
      (select coalesce(json_agg(json_build_object('by', b.by, 'count', b.count) order by b.count desc, b.by), '[]')
        from (select by, count(*)::int as count from turns where by is not null group by by) b) as gave_way
    from turns`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('A count gives a row.')
  return row
}

/** Of what the rounds were for which others than experts had to be asked, or nobody was left. */
async function readTopics(scope: Scope, groupId: string): Promise<ReviewFigures['topics']> {
  const since = new Date(scope.now.getTime() - 90 * day)
  const { rows } = await sql<ReviewFigures['topics'][number]>`
    select t.id, t.name, count(distinct r.id)::int as rounds
    from ${roundsIn(scope, groupId)}
    join subject_topics s on s.org_id = c.org_id and s.subject_id in (c.id, c.need_id)
    join topics o on o.org_id = s.org_id and o.id = s.topic_id
    join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
    where r.org_id = ${scope.org} and r.asked_at > ${since} and (r.stranded_at is not null or not exists (
      select from reviewers w where w.org_id = r.org_id and w.review_id = r.id
        and w.asked_as in ('experts', 'named') and w.by is null))
    group by t.id, t.name order by rounds desc, lower(t.name) limit 20`.execute(scope.db)
  return rows
}
