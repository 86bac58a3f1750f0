import { sql } from 'kysely'
import type { Fact } from '#facts'
import { whoMayEnter } from '#people'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry, type Entry, forgetEntries } from './entries.ts'

const day = 86_400_000

interface Gift {
  name: string
  courseId: string | null
  needId: string | null
  /** Where what it was for belongs. */
  groupId: string | null
  takenAt: string | null
}

/** What a rule gave, with what the rule was called then and what it was for; held until it is told. */
async function giftOf(scope: Scope, id: string): Promise<Gift | undefined> {
  const { rows } = await sql<Gift>`
    select v.name, e.course_id, e.need_id, g.taken_at, coalesce(c.group_id, n.group_id) as group_id
    from rule_gifts g
    join rule_versions v on v.org_id = g.org_id and v.rule_id = g.rule_id and v.number = g.version
    join rule_events e on e.org_id = g.org_id and e.number = g.number
    left join courses c on c.org_id = e.org_id and c.id = e.course_id
    left join needs n on n.org_id = e.org_id and n.id = e.need_id
    where g.org_id = ${scope.org} and g.id = ${id} for share of g`.execute(scope.db)
  return rows[0]
}

interface Told {
  ruleId: string
  name: string
  points: number
  /** How often, in one story. */
  times: number
  words: string
}

/** The least id that an entry of this moment or later can have. */
function leastId(moment: string): string {
  const hex = Date.parse(moment).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

interface Before {
  id: string
  at: string
  points: number
  times: number
}

/** What somebody was told of the same rule within a day, and has not read. */
async function unreadOf(
  scope: Scope,
  memberId: string,
  { kind, at, ruleId, words }: { kind: Entry['kind']; at: string } & Pick<Told, 'ruleId' | 'words'>,
): Promise<Before | undefined> {
  const apart = (time: number) => new Date(Date.parse(at) + time).toISOString()
  const [from, to] = [apart(-day), apart(day)]
  const { rows } = await sql<Before>`
    select f.id, f.at, (f.data ->> 'points')::int as points, (f.data ->> 'times')::int as times
    from feed_audience a join feed_entries f on f.org_id = a.org_id and f.id = a.entry_id
    where a.org_id = ${scope.org} and a.member_id = ${memberId} and a.read_at is null
      and a.entry_id >= ${leastId(from)}::uuid and f.kind = ${kind}
      and f.at between ${from}::timestamptz and ${to}::timestamptz
      and f.data ->> 'ruleId' = ${ruleId}::text and f.data ->> 'words' = ${words}
    order by a.entry_id desc limit 1`.execute(scope.db)
  return rows[0]
}

/**
 * Tells one person, and nobody else, of their points. What the same rule gave or was taken back of within a day, and they
 * have not read, becomes one story with it, which is about nothing in particular any more.
 */
async function tellOnce(
  scope: Scope,
  fact: Fact<'rule.gave' | 'rule.took-back'>,
  told: Told,
  about: Partial<Entry>,
): Promise<void> {
  const { memberId } = fact.data
  await holdAlone(scope, `points in feed ${scope.org} ${memberId}`)
  const before = await unreadOf(scope, memberId, { kind: fact.type, at: fact.at, ...told })
  if (before) await forgetEntries(scope, sql`select ${before.id}::uuid`)
  const at = before && before.at > fact.at ? before.at : fact.at
  const data = {
    ...told,
    points: told.points + (before?.points ?? 0),
    times: told.times + (before?.times ?? 0),
  }
  const entry = { kind: fact.type, groupId: scope.org, ...(before ? {} : about), data }
  const actorId = fact.type === 'rule.gave' ? null : fact.actorId
  await addEntry({ ...scope, now: new Date(at) }, { ...fact, at, actorId }, entry, [
    { memberId, reason: 'given-you' },
  ])
}

/** What something was for, as far as whoever was given it may see that. */
async function aboutOf(scope: Scope, { groupId, ...thing }: Gift, memberId: string): Promise<Partial<Entry>> {
  if (groupId === null) return {}
  const welcome = await whoMayEnter(scope, groupId, [memberId])
  return welcome.has(memberId) ? { groupId, courseId: thing.courseId, needId: thing.needId } : {}
}

/** Whoever is given points by a rule hears of it, and of what is taken back of them and why: they alone. */
export const earned: Reaction[] = [
  reaction('rule.gave', 'feed.rule-gave', async (scope, fact) => {
    const { giftId, ruleId, memberId, points } = fact.data
    if (points === 0) return
    const gift = await giftOf(scope, giftId)
    if (!gift || gift.takenAt) return
    const told = { ruleId, name: gift.name, points, times: 1, words: '' }
    await tellOnce(scope, fact, told, await aboutOf(scope, gift, memberId))
  }),
  reaction('rule.took-back', 'feed.rule-took-back', async (scope, fact) => {
    const { giftId, ruleId, points, reason } = fact.data
    if (points === 0) return
    const gift = await giftOf(scope, giftId)
    if (gift) await tellOnce(scope, fact, { ruleId, name: gift.name, points, times: 1, words: reason }, {})
  }),
]
