import { sql } from 'kysely'
import { newIdIn, type Quiet, type Scope, tell } from '#platform/scope'
import { recordAll } from '#record'
import { awardBadge } from '../badges/awarding.ts'
import { pointsOf } from '../kudos/allowance.ts'
import { lockAccounts } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import type { Gift, RuleEvent } from './engine/event.ts'
import { periodOf } from './engine/period.ts'
import type { Period } from './in-force.ts'

interface Given {
  event: RuleEvent
  gifts: readonly Gift[]
  timeZone: string
}

/** Gives what was decided: points from the ledger, badges as awards, a fact for each. */
export async function give(scope: Scope, rule: Period, { event, gifts, timeZone }: Given): Promise<void> {
  const issue = { kind: 'issue', unit: 'points', ownerId: scope.org } as const
  const receiving = gifts.filter(({ points }) => points > 0).map(({ memberId }) => pointsOf(memberId))
  // All at once and in one order: two that give to the same people do not wait for each other crosswise.
  if (receiving.length > 0) await lockAccounts(scope, [issue, ...receiving])
  const can = await findAwardable(scope, gifts)
  const rows = []
  for (const gift of gifts) {
    const id = newIdIn(scope)
    const about = aboutOf(rule, event)
    const { memberId, points, key, role, isUnnamed } = gift
    const booked =
      points > 0 &&
      (await post(scope, {
        ...{ kind: 'rule', key: `rule ${rule.ruleId} ${key} ${memberId}`, about },
        legs: [
          { account: issue, amount: -points },
          { account: pointsOf(memberId), amount: points },
        ],
      }))
    rows.push({
      ...{ orgId: scope.org, id, ruleId: rule.ruleId, version: rule.version, number: event.number },
      ...{
        key,
        memberId,
        role,
        at: event.at,
        month: periodOf(event.at, 'month', timeZone),
        points,
        isUnnamed,
      },
      ...{ badgeId: gift.badge?.badgeId ?? null, level: gift.badge?.level ?? null },
      transactionId: booked ? booked.id : null,
      awardId: await awardTo(scope, rule, gift, can),
    })
  }
  await scope.db.insertInto('ruleGifts').values(rows).execute()
  await recordAll(
    scope,
    'rule.gave',
    rows.map(({ id: giftId, ruleId, version, memberId, points, awardId, isUnnamed: isPrivate }) => ({
      ...{ giftId, ruleId, version, memberId, points, isPrivate },
      ...(awardId && { awardId }),
    })),
  )
  tell(scope, { topics: ['accounts', 'badges'], to: gifts.map(({ memberId }) => memberId) })
  tell(scope, { topics: ['rules'] })
}

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
