import { sql } from 'kysely'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { budgetOf } from '../bonus/budgets.ts'
import { findTerms } from '../bonus/terms.ts'
import type { Simulation } from '../given.contract.ts'
import { findBalances } from '../ledger/accounts.ts'
import { readTerms, refuseUnlessAdmin } from '../settings/settings.ts'
import type { Gift, RuleEvent, RuleVersion } from './engine/event.ts'
import { type Replayed, replay } from './engine/replay.ts'
import { isNothing } from './engine/used.ts'
import type { RuleBody } from './language.ts'
import { findThings } from './things.ts'

/** So many things that happened are looked at, at most: the latest. */
const mostEvents = 100_000
/** So many people are told by name, and so many reasons of each. */
const mostPeople = 100
const mostReasons = 5
const day = 86_400_000

/** What a version of a rule would have given in the last days, had it been switched on then: nothing is given. */
export async function simulateRule(
  scope: Scope,
  { ruleId, number }: { ruleId: string; number: number },
  { days }: { days: number },
): Promise<Simulation> {
  refuseUnlessAdmin(scope)
  const rule = await findVersion(scope, ruleId, number)
  const from = new Date(scope.now.getTime() - days * day).toISOString()
  const [events, { timeZone }] = await Promise.all([findEvents(scope, rule, from), readTerms(scope)])
  const replayed = replay(rule, events, { from, timeZone })
  const looked = events.filter(({ at }) => at >= from).length
  return {
    ...{ from, to: scope.now.toISOString(), events: looked, isWhole: events.length < mostEvents },
    ...(await told(scope, replayed)),
    bonuses: { ...bonusesOf(replayed), left: await findLeft(scope, rule.body) },
  }
}

async function findVersion({ org, db }: Scope, ruleId: string, number: number): Promise<RuleVersion> {
  const row = await db
    .selectFrom('ruleVersions')
    .select(['madeBy', 'body'])
    .where('orgId', '=', org)
    .where('ruleId', '=', ruleId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw notFound('rule-version')
  return { ruleId, version: number, madeBy: row.madeBy, body: row.body as unknown as RuleBody }
}

/** Which events a rule acts on or counts. */
function kindsOf({ when }: RuleBody): RuleEvent['kind'][] {
  if (when.is !== 'course') return [when.event]
  return when.useful ? ['course-completed', 'course-judged'] : ['course-completed']
}

/** From when on it counts. */
function beginOf({ when }: RuleBody, from: string): string {
  if (when.is === 'event') return from
  return when.days === null ? '-infinity' : new Date(Date.parse(from) - when.days * day).toISOString()
}

/**
 * What happened that the rule would act on or count, in the order in which it came: of each no more than the rule looks at,
 * and people only of what it acts on.
 */
async function findEvents({ org, db }: Scope, { body }: RuleVersion, from: string): Promise<RuleEvent[]> {
  const { about, audience } = body
  const asked = (isAsked: boolean, column: string, none: string) =>
    sql.raw(isAsked ? `e.${column}` : `${none} as ${column}`)
  const tags = asked(about.tags.length > 0, 'tags', `'{}'::text[]`)
  const path = asked(about.groupIds.length > 0, 'path', `'{}'::uuid[]`)
  const groups = asked(audience.length > 0, 'member_groups', `'{}'::uuid[]`)
  const { rows } = await sql<RuleEvent & { number: string }>`
    select e.number, e.kind, e.at, e.key, e.course_id, e.need_id, e.topic_id, e.member_id,
      ${path}, ${tags}, ${groups},
      case when e.at >= ${from} then e.people else '[]' end as people, e.mark, e.stands
    from rule_events e where e.org_id = ${org} and e.kind = any(${kindsOf(body)}::text[])
      and e.at >= ${beginOf(body, from)}::timestamptz
    order by e.number desc limit ${mostEvents}`.execute(db)
  return rows
    .map((row) => ({ ...row, number: Number(row.number), at: new Date(row.at).toISOString() }))
    .reverse()
}

type Given = Replayed['given']
const sum = (given: Given) => given.reduce((total, { gift }) => total + gift.points, 0)
/** What would be proposed to somebody, in smallest units. */
const bonusOf = ({ bonus }: Gift) => (bonus?.against === null ? bonus.amount : 0)
const bonusSum = (given: Given) => given.reduce((total, { gift }) => total + bonusOf(gift), 0)

const bonusesOf = ({ given }: Replayed) => ({
  times: given.filter(({ gift }) => gift.bonus?.against === null).length,
  amount: bonusSum(given),
  unproposed: given.filter(({ gift }) => gift.bonus && gift.bonus.against !== null).length,
})

/** What the budget that bonuses would come from has left now; what it had at the time is not looked at. */
async function findLeft(scope: Scope, { bonus }: RuleBody): Promise<number | null> {
  const terms = bonus && (await findTerms(scope))
  if (!bonus || !terms) return null
  const [left] = await findBalances(scope, [budgetOf(bonus.groupId, bonus.unit, terms.period)])
  return left ?? null
}

/** What was given, person by person, those with most first. Who may not be named is only added up. */
async function told(scope: Scope, { given: decided, capped }: Replayed) {
  const given = decided.filter(({ gift }) => !isNothing(gift))
  const unnamed = given.filter(({ gift }) => gift.isUnnamed)
  const byMember = Map.groupBy(
    given.filter(({ gift }) => !gift.isUnnamed),
    ({ gift }) => gift.memberId,
  )
  const sorted = [...byMember]
    .map(([memberId, own]) => ({ memberId, own, points: sum(own), bonus: bonusSum(own) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.bonus - a.bonus ||
        b.own.length - a.own.length ||
        (a.memberId < b.memberId ? -1 : 1),
    )
  const shown = sorted.slice(0, mostPeople)
  const rest = sorted.slice(mostPeople)
  const people = new Set(given.map(({ gift }) => gift.memberId)).size
  return {
    ...{ people, times: given.length, points: sum(given), capped },
    badges: given.filter(({ gift }) => gift.badge).length,
    members: await membersOf(scope, shown),
    others: { people: rest.length, points: rest.reduce((total, { points }) => total + points, 0) },
    unnamed: { times: unnamed.length, points: sum(unnamed) },
  }
}

async function membersOf(
  scope: Scope,
  shown: readonly { memberId: string; own: Given; points: number; bonus: number }[],
): Promise<Simulation['members']> {
  if (shown.length === 0) return []
  const latest = (own: Given) =>
    own.toSorted((a, b) => (a.event.at < b.event.at ? 1 : -1)).slice(0, mostReasons)
  const [members, thingsOf] = await Promise.all([
    scope.db
      .selectFrom('members')
      .select(['id', 'name', 'title'])
      .where('orgId', '=', scope.org)
      .where(
        'id',
        'in',
        shown.map(({ memberId }) => memberId),
      )
      .execute(),
    findThings(
      scope,
      shown.flatMap(({ own }) => latest(own).map(({ event }) => event)),
    ),
  ])
  const byId = new Map(members.map((one) => [one.id, one]))
  return shown.flatMap(({ memberId, own, points, bonus }) => {
    const member = byId.get(memberId)
    const badges = own.filter(({ gift }) => gift.badge).length
    const reasons = latest(own).map(({ event, gift }) => ({
      ...{ at: event.at, role: gift.role, points: gift.points, isBadge: gift.badge !== null },
      ...{ bonus: bonusOf(gift), ...thingsOf(event) },
    }))
    return member ? [{ member, times: own.length, points, badges, bonus, latest: reasons }] : []
  })
}
