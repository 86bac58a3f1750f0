import { type RawBuilder, sql } from 'kysely'
import { groupVisible, whoMayEnter } from '#people'
import type { Scope } from '#platform/scope'
import type { Expert } from '../contract.ts'
import { fewestTold } from '../fewest.ts'
import { isOnNow } from '../purposes.ts'
import { takingPartIn } from '../radar/audience.ts'

export interface NeedAbout {
  id: string
  title: string
  details: string
  groupId: string
  raisedBy: string
}

type Reason = Expert['reasons'][number]

/**
 * What a reason to ask somebody weighs against the others: having taught it or helped most with its topic weighs most, being
 * thanked or asked little, and what one only says of oneself least.
 */
export const weights: Record<Reason['kind'], number> = {
  published: 4,
  helped: 4,
  reviewed: 2,
  answered: 2,
  thanked: 1.5,
  claimed: 1,
  said: 0.9,
}

/** A reason with whom it speaks for, and how near it is to the need: 1 where it is just about it. */
interface Row extends Reason {
  id: string
  name: string
  title: string
  near: number
}

/**
 * The traces nearest to a need: by spelling (trigrams, accents and case forgiven), by the words they share, and by
 * being of the same group. Those from private groups count only for readers who may see them.
 */
async function tracesNear(scope: Scope, need: NeedAbout): Promise<Row[]> {
  const whole = `${need.title} ${need.details.slice(0, 300)}`
  const hidden = sql`array(select g.id from groups g where g.org_id = ${scope.org} and not ${groupVisible(scope, 'g')})`
  const { rows } = await sql<Row>`
    select t.kind, t.subject, t.subject_id, t.words, t.at, t.near, m.id, m.name, m.title
    from traces_near(${need.title}, ${whole}, ${need.groupId}, ${scope.actor.id}, ${hidden}) t
    join members m on m.org_id = ${scope.org} and m.id = t.member_id
    where m.left_at is null and ${isOnNow(scope, 'detection')} order by t.near desc, t.at desc`.execute(
    scope.db,
  )
  return rows
}

/**
 * Who says they can help with the topic of a need, and who was counted to help most with it. The first is one's own word;
 * the second is left out of who takes no part or helped too few to be told, and where `seesHelp`, a condition on members
 * `m`, does not hold.
 */
async function ofTopic(scope: Scope, { id }: NeedAbout, seesHelp: RawBuilder<boolean>): Promise<Row[]> {
  const { org } = scope
  const { rows } = await sql<Row>`
    with topic as (
      select t.id, t.name from subject_topics s join topics o on o.org_id = s.org_id and o.id = s.topic_id
        join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
        where s.org_id = ${org} and s.subject_id = ${id}
    )
    select distinct 'said' as kind, 'member' as subject, m.id as subject_id, topic.name as words, p.changed_at as at,
      1::float8 as near, m.id, m.name, m.title
    from topic join topics o on o.org_id = ${org} and coalesce(o.merged_into, o.id) = topic.id
      join profile_topics x on x.org_id = o.org_id and x.topic_id = o.id
      join expert_profiles p on p.org_id = x.org_id and p.member_id = x.member_id
      join members m on m.org_id = x.org_id and m.id = x.member_id and m.left_at is null
    union all
    (select 'helped', 'member', m.id, topic.name, null, e.score / greatest(max(e.score) over (), 1e-9), m.id, m.name, m.title
      from topic join topic_expertise e on e.org_id = ${org} and e.topic_id = topic.id
      join members m on m.org_id = e.org_id and m.id = e.member_id
      where e.people >= ${fewestTold(scope)} and ${isOnNow(scope, 'detection')} and ${takingPartIn(scope, org)} and ${seesHelp}
      order by e.score desc limit 50)`.execute(scope.db)
  return rows
}

/** What a reason adds to somebody's score: a trace counts half after a year, what one says counts until it is taken back. */
function worthOf({ kind, near, at }: Row, now: Date): number {
  const isTrace = at !== null && kind !== 'said'
  const years = isTrace ? (now.getTime() - Date.parse(at)) / (365 * 86_400_000) : 0
  return near * weights[kind] * 0.5 ** years
}

/**
 * Everybody of whom something speaks for a need, by id, but who raised it, who reads, and who may not enter its group.
 * `seesHelp` says of whom (members `m`) it counts what was found out about them.
 */
export async function rankNear(
  scope: Scope,
  need: NeedAbout,
  seesHelp: RawBuilder<boolean>,
): Promise<Map<string, Expert>> {
  const rows = (await Promise.all([tracesNear(scope, need), ofTopic(scope, need, seesHelp)])).flat()
  const welcome = await whoMayEnter(scope, need.groupId, [...new Set(rows.map(({ id }) => id))])
  const people = new Map<string, Expert>()
  for (const row of rows) {
    const { id, name, title, near: _, ...reason } = row
    if (id === need.raisedBy || id === scope.actor.id || !welcome.has(id)) continue
    const expert = people.get(id) ?? { member: { id, name, title }, score: 0, reasons: [] }
    expert.score += worthOf(row, scope.now)
    expert.reasons.push(reason)
    people.set(id, expert)
  }
  return people
}
