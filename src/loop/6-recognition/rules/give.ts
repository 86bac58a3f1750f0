import { sql } from 'kysely'
import { newIdIn, type Quiet, type Scope, tell } from '#platform/scope'
import { recordAll } from '#record'
import { awardBadge } from '../badges/awarding.ts'
import { pointsOf } from '../kudos/allowance.ts'
import { type AccountOf, lockAccounts } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import type { Gift, RuleEvent } from './engine/event.ts'
import { periodOf } from './engine/period.ts'
import type { Period } from './in-force.ts'
import { budgetFor, findGround, proposeFor } from './propose.ts'

interface Given {
  event: RuleEvent
  gifts: readonly Gift[]
  timeZone: string
}

/**
 * Gives what was decided: points from the ledger, badges as awards, bonuses as proposals from the budget that ran then; a
 * fact for each.
 */
export async function give(scope: Scope, rule: Period, { event, gifts, timeZone }: Given): Promise<void> {
  const ground = await findGround(scope, gifts)
  const budget = ground && budgetFor(rule.body, ground)
  const issue = issueOf(scope)
  const receiving = gifts.filter(({ points }) => points > 0).map(({ memberId }) => pointsOf(memberId))
  // All at once and in one order: two that give to the same people do not wait for each other crosswise.
  const held = [...(receiving.length > 0 ? [issue, ...receiving] : []), ...(budget ? [budget] : [])]
  if (held.length > 0) await lockAccounts(scope, held)
  const can = await findAwardable(scope, gifts)
  const about = aboutOf(rule, event)
  const rows = []
  for (const gift of gifts) {
    const transactionId = await payOne(scope, rule, gift, about)
    const awardId = await awardTo(scope, rule, gift, can)
    const proposed = ground && (await proposeFor(scope, rule, gift, { ...ground, about }))
    const { bonus, badge, isUnnamed } = gift
    rows.push({
      ...{ orgId: scope.org, id: newIdIn(scope), ruleId: rule.ruleId, version: rule.version },
      ...{ number: event.number, key: gift.key, memberId: gift.memberId, role: gift.role, at: event.at },
      ...{ month: periodOf(event.at, 'month', timeZone), points: gift.points, isUnnamed },
      ...{ badgeId: badge?.badgeId ?? null, level: badge?.level ?? null, transactionId, awardId },
      ...{ bonusUnit: bonus?.unit ?? null, bonusAmount: bonus?.amount ?? null },
      ...{ bonusId: proposed?.bonusId ?? null, bonusAgainst: proposed?.against ?? null },
    })
  }
  await scope.db.insertInto('ruleGifts').values(rows).execute()
  await recordAll(scope, 'rule.gave', rows.map(factOf))
  tell(scope, { topics: ['accounts', 'badges'], to: gifts.map(({ memberId }) => memberId) })
  tell(scope, { topics: ['rules'] })
}

/** Where points come from. */
const issueOf = ({ org }: Quiet): AccountOf => ({ kind: 'issue', unit: 'points', ownerId: org })

/** Books the points of a gift; the transaction, or nothing where there are none. */
async function payOne(
  scope: Scope,
  { ruleId }: Period,
  { memberId, points, key }: Gift,
  about: Record<string, string>,
): Promise<string | null> {
  if (points === 0) return null
  const booked = await post(scope, {
    ...{ kind: 'rule', key: `rule ${ruleId} ${key} ${memberId}`, about },
    legs: [
      { account: issueOf(scope), amount: -points },
      { account: pointsOf(memberId), amount: points },
    ],
  })
  return booked.id
}

interface Kept {
  id: string
  ruleId: string
  version: number
  memberId: string
  points: number
  isUnnamed: boolean
  awardId: string | null
  bonusId: string | null
  bonusAgainst: string | null
}

/** What is recorded of a gift. */
const factOf = ({ id: giftId, isUnnamed: isPrivate, awardId, bonusId, bonusAgainst, ...rest }: Kept) => ({
  ...{ giftId, ruleId: rest.ruleId, version: rest.version, memberId: rest.memberId, points: rest.points },
  ...{ isPrivate, ...(awardId && { awardId }), ...(bonusId && { bonusId }) },
  ...(bonusAgainst && { bonusAgainst }),
})

/** What a movement is about, for who reads their statement. */
const aboutOf = ({ ruleId, version }: Period, { courseId, needId }: RuleEvent): Record<string, string> => ({
  ...{ ruleId, version: String(version) },
  ...(courseId && { courseId }),
  ...(needId && { needId }),
})

/** Which badges can be awarded to whom: as far as they are in use, have the level, and nothing as high is held. */
async function findAwardable({ org, db }: Quiet, gifts: readonly Gift[]): Promise<Set<string>> {
  const due = gifts.flatMap(({ badge, memberId }) => (badge ? [{ ...badge, memberId }] : []))
  const [first] = due
  if (!first) return new Set()
  const { badgeId, level } = first
  const { rows } = await sql<{ memberId: string }>`
    select m.id as member_id from badges b
    join badge_versions v on v.org_id = b.org_id and v.badge_id = b.id and v.number = b.version
    join members m on m.org_id = b.org_id and m.id = any(${due.map(({ memberId }) => memberId)}::uuid[])
    where b.org_id = ${org} and b.id = ${badgeId} and b.archived_at is null
      and jsonb_array_length(v.levels) >= ${level} and m.left_at is null
      and not exists (select from badge_awards a where a.org_id = b.org_id and a.badge_id = b.id and a.member_id = m.id
        and a.revoked_at is null and a.level >= ${level})`.execute(db)
  return new Set(rows.map(({ memberId }) => memberId))
}

/** The award of a badge; nothing where somebody holds it already, or it is awarded no more. */
async function awardTo(
  scope: Scope,
  { ruleId, madeBy, name }: Period,
  { badge, memberId }: Gift,
  can: Set<string>,
): Promise<string | null> {
  if (!badge || !can.has(memberId)) return null
  return (await awardBadge(scope, { ...badge, memberId, reason: name, by: { ruleId, madeBy } })).id
}
