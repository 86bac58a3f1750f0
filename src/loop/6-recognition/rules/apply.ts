import { sql } from 'kysely'
import type { Quiet, Scope } from '#platform/scope'
import { readTerms } from '../settings/settings.ts'
import { countFor } from './counts.ts'
import { concerns, decide, mayGive } from './engine/decide.ts'
import type { Gift, RuleEvent } from './engine/event.ts'
import { longest, periodOf } from './engine/period.ts'
import { givenFor, noneUsed, type Used, use } from './engine/used.ts'
import { gaveSomething } from './gave.ts'
import { give } from './give.ts'
import { actsAt, findPeriods, type Period } from './in-force.ts'

/** Has the rules that acted when something happened give what they give for it; in the order in which it came. */
export async function applyRules(scope: Scope, events: readonly RuleEvent[]): Promise<void> {
  const earliest = events.map(({ at }) => at).sort()[0]
  if (earliest === undefined) return
  const periods = await findPeriods(scope, earliest)
  if (periods.length === 0) return
  const { timeZone } = await readTerms(scope)
  for (const event of events)
    for (const rule of periods)
      if (actsAt(rule, event.at) && concerns(rule, event)) await applyOne(scope, rule, { event, timeZone })
}

async function applyOne(
  scope: Scope,
  rule: Period,
  { event, timeZone }: { event: RuleEvent; timeZone: string },
): Promise<void> {
  const used = await findUsed(scope, rule, { event, timeZone })
  if (!mayGive(rule, event, used)) return
  const counts = await countFor(scope, rule, event)
  const { gifts } = decide(rule, event, { counts, used, timeZone })
  // At the moment of what it is for, however late that is heard of.
  if (gifts.length > 0) await give({ ...scope, now: new Date(event.at) }, rule, { event, gifts, timeZone })
}

interface Row {
  key: string
  memberId: string
  at: string
  badgeId: string | null
  level: number | null
  isNothing: boolean
}

/** What a rule has given already, as far as it bears on what it gives to these people for this. */
async function findUsed(
  scope: Quiet,
  rule: Period,
  { event, timeZone }: { event: RuleEvent; timeZone: string },
): Promise<Used> {
  const used = noneUsed()
  const [rows, month] = await Promise.all([
    findGifts(scope, rule, event),
    spentIn(scope, rule, periodOf(event.at, 'month', timeZone)),
  ])
  for (const { key, memberId, at, badgeId, level, isNothing } of rows) {
    const badge = badgeId !== null && level !== null ? { badgeId, level } : null
    const gift: Gift = { key, memberId, points: 0, badge, bonus: null, role: 'member', isUnnamed: false }
    if (isNothing) used.given.add(givenFor(key, memberId))
    else use(used, rule, gift, { at, timeZone })
  }
  used.months = new Map([[periodOf(event.at, 'month', timeZone), month]])
  return used
}

/** What a rule gave these people for the same, as a badge, or in a period that may be the same. */
async function findGifts({ org, db }: Quiet, { ruleId, body }: Period, event: RuleEvent): Promise<Row[]> {
  const per = body.caps.member?.per
  const near =
    per === undefined
      ? sql`false`
      : per === 'ever'
        ? sql`true`
        : sql`g.at between ${event.at}::timestamptz - make_interval(days => ${longest[per]})
          and ${event.at}::timestamptz + make_interval(days => ${longest[per]})`
  const { rows } = await sql<Row>`
    select g.key, g.member_id, g.at, g.badge_id, g.level, not ${gaveSomething} as is_nothing from rule_gifts g
    where g.org_id = ${org} and g.rule_id = ${ruleId} and g.member_id = any(${event.people.map(({ id }) => id)}::uuid[])
      and (g.key = any(${[event.key, `course ${event.courseId}`, 'count']}::text[]) or g.badge_id is not null or ${near})`.execute(
    db,
  )
  return rows
}

async function spentIn({ org, db }: Quiet, { ruleId, body }: Period, month: string): Promise<number> {
  if (body.caps.month === null) return 0
  const { rows } = await sql<{ points: string }>`select coalesce(sum(points), 0) as points from rule_gifts
    where org_id = ${org} and rule_id = ${ruleId} and month = ${month}`.execute(db)
  return Number(rows[0]?.points ?? 0)
}
