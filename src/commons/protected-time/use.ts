import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { dayIn, momentIn, plusDays } from '#platform/time-zone'
import type { Outcome, ProtectedTime } from './contract.ts'
import { monthsBetween } from './days.ts'
import { monthsTold } from './limits.ts'

type Months = ProtectedTime['months']

/** What of a time says in which months it holds. */
type Held = Pick<ProtectedTime, 'id' | 'member' | 'agreedAt' | 'fromDay' | 'untilDay' | 'timeZone'> & {
  endsDay: string | null
}

/** One month of one time. */
interface Stretch {
  timeId: string
  memberId: string
  month: string
  from: Date
  to: Date
}

/** The months of a time that have begun, the latest first; none before it is agreed. */
export function monthsOf(now: Date, time: Omit<Held, 'id' | 'member'>): string[] {
  if (time.agreedAt === null) return []
  const today = dayIn(now, time.timeZone)
  const [until = today] = [time.endsDay ?? time.untilDay, today].sort()
  return monthsBetween(time.fromDay, until).reverse()
}

const stretchesOf = (now: Date, row: Held): Stretch[] =>
  monthsOf(now, row)
    .slice(0, monthsTold)
    .map((month) => {
      const next = `${plusDays(`${month}-01`, 31).slice(0, 7)}-01`
      return {
        ...{ timeId: row.id, memberId: row.member.id, month },
        from: momentIn(row.timeZone, `${month}-01`, '00:00'),
        to: momentIn(row.timeZone, next, '00:00'),
      }
    })

interface Used extends Outcome {
  timeId: string
  month: string
  minutes: number | null
}

/** SQL: whether a moment is in the month of `s`. */
const within = (column: string) => sql`(${sql.ref(column)} >= s.starts and ${sql.ref(column)} < s.ends)`

/** SQL condition: courses `c` of the member of `s`. */
const isTheirs = sql`c.org_id = s.org_id and c.author_id = s.member_id and c.discarded_at is null`

/** What was used in each month, and what whoever has the time did for others in it: one query for all of them. */
async function findUse({ org, db }: Quiet, all: readonly Stretch[]): Promise<Used[]> {
  const texts = (of: (one: Stretch) => string) => all.map(of)
  const { rows } = await sql<Used>`
    with s as (select ${org}::uuid as org_id, x.* from unnest(${texts(({ timeId }) => timeId)}::uuid[],
      ${texts(({ memberId }) => memberId)}::uuid[], ${texts(({ month }) => month)}::text[],
      ${texts(({ from }) => from.toISOString())}::timestamptz[], ${texts(({ to }) => to.toISOString())}::timestamptz[])
      as x (time_id, member_id, month, starts, ends))
    select s.time_id, s.month,
      (select h.minutes from protected_hours h where h.org_id = s.org_id and h.time_id = s.time_id and h.month = s.month),
      (select count(*)::int from courses c where ${isTheirs} and ${within('c.first_published_at')}) as courses,
      (select coalesce(sum(v.steps), 0)::int from courses c join course_versions v
        on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
        where ${isTheirs} and ${within('c.first_published_at')}) as steps,
      (select count(*)::int from comments a join comments q on q.org_id = a.org_id and q.id = a.parent_id
        where a.org_id = s.org_id and a.author_id = s.member_id and a.removed_at is null
          and q.author_id <> a.author_id and ${within('a.made_at')}) as answers,
      (select count(*)::int from reviewers w where w.org_id = s.org_id and w.member_id = s.member_id
        and ${within('w.given_at')}) as reviews,
      (select count(distinct e.member_id)::int from courses c join enrollments e
        on e.org_id = c.org_id and e.course_id = c.id and e.member_id <> c.author_id
        where ${isTheirs} and ${within('e.started_at')}) as learners
    from s`.execute(db)
  return rows
}

/** The months of each of some times, the latest first. */
export async function monthsFor(scope: Quiet, rows: readonly Held[]): Promise<Map<string, Months>> {
  const stretches = rows.flatMap((row) => stretchesOf(scope.now, row))
  const found = stretches.length > 0 ? await findUse(scope, stretches) : []
  const byTime = Map.groupBy(found, ({ timeId }) => timeId)
  return new Map(
    rows.map(({ id }) => [
      id,
      (byTime.get(id) ?? [])
        .sort((a, b) => (a.month < b.month ? 1 : -1))
        .map(({ timeId: _, month, minutes, ...outcome }) => ({ month, minutes, outcome })),
    ]),
  )
}
