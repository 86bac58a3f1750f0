import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { Counts, RuleEvent, RuleVersion } from './engine/event.ts'
import { nothingCounted } from './engine/tally.ts'

/** SQL: only events `e` of people of these groups, or of anybody where none are named. */
const ofAudience = (groups: readonly string[]) =>
  groups.length === 0 ? sql`true` : sql`e.member_groups && ${[...groups]}::uuid[]`

/** SQL: only events `e` that came with this one or before, and happened so many days before it at most. */
const until = ({ number, at }: RuleEvent, days: number | null) =>
  days === null
    ? sql`e.number <= ${number}`
    : sql`e.number <= ${number} and e.at > ${at}::timestamptz - make_interval(days => ${days})`

/** What a rule counts, as of an event: the same as the tally of a simulation has then. */
export async function countFor(scope: Quiet, rule: RuleVersion, event: RuleEvent): Promise<Counts> {
  const { when, audience } = rule.body
  if (when.is === 'event') return nothingCounted
  if (when.is === 'member') return { ...nothingCounted, times: await countTimes(scope, rule, event) }
  const mine = sql`e.org_id = ${scope.org} and e.course_id = ${event.courseId} and e.member_id is not null
    and ${ofAudience(audience)} and ${until(event, when.days)}`
  const { rows } = await sql<{
    people: number
  }>`select count(distinct e.member_id)::int as people from rule_events e
    where ${mine} and e.kind = 'course-completed'`.execute(scope.db)
  const people = rows[0]?.people ?? 0
  if (when.useful === null || people < when.people) return { ...nothingCounted, people }
  const said = await sql<{ voices: number; useful: number }>`
    with last as (select distinct on (e.member_id, e.mark) e.member_id, e.stands,
        split_part(e.mark, ' ', 1) in ('useful', 'learned') as is_useful from rule_events e
      where ${mine} and e.kind = 'course-judged' order by e.member_id, e.mark, e.number desc)
    select count(distinct member_id)::int as voices,
      (count(distinct member_id) filter (where is_useful))::int as useful from last where stands`.execute(
    scope.db,
  )
  return { ...nothingCounted, people, voices: said.rows[0]?.voices ?? 0, useful: said.rows[0]?.useful ?? 0 }
}

async function countTimes(scope: Quiet, { body }: RuleVersion, event: RuleEvent): Promise<number> {
  const { when, about, audience } = body
  if (when.is !== 'member') return 0
  const { groupIds, topicIds } = about
  const tags = about.tags.map((tag) => tag.toLowerCase())
  const ofGroups = groupIds.length === 0 ? sql`true` : sql`e.path && ${groupIds}::uuid[]`
  const ofSubject =
    topicIds.length + tags.length === 0
      ? sql`true`
      : sql`(e.topic_id = any(${topicIds}::uuid[]) or e.tags && ${tags}::text[])`
  const { rows } = await sql<{ times: number }>`select count(*)::int as times from rule_events e
    where e.org_id = ${scope.org} and e.member_id = ${event.memberId} and e.kind = ${when.event}
      and ${ofAudience(audience)} and ${until(event, when.days)} and ${ofGroups} and ${ofSubject}`.execute(
    scope.db,
  )
  return rows[0]?.times ?? 0
}
