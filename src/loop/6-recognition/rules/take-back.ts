import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { revokeBadge } from '../badges/holding.ts'
import { takeOff } from '../bonus/propose.ts'
import type { Bonus } from '../bonus.contract.ts'
import type { RuleGift, TakenBack } from '../given.contract.ts'
import { takeBack } from '../ledger/take-back.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { gaveSomething } from './gave.ts'
import { getGift, refuseUnknownRule } from './gifts.ts'

/** So many are taken back in one transaction; whoever asked asks again for the rest. */
const batch = 200

interface Row {
  id: string
  ruleId: string
  version: number
  memberId: string
  transactionId: string | null
  awardId: string | null
  isRevoked: boolean
  isUnnamed: boolean
  bonusId: string | null
  bonusState: Bonus['state'] | null
}

type Unlocked = Omit<Row, 'bonusState'>

/** Gifts that were not taken back yet, held until the transaction ends. */
async function lockGifts(scope: Scope, which: ReturnType<typeof sql>): Promise<Row[]> {
  const { org, db } = scope
  const { rows } = await sql<Unlocked>`
    select g.id, g.rule_id, g.version, g.member_id, g.transaction_id, g.award_id, g.is_unnamed,
      a.revoked_at is not null as is_revoked, g.bonus_id
    from rule_gifts g left join badge_awards a on a.org_id = g.org_id and a.id = g.award_id
    where ${isLeft(org)} and ${which} order by g.id limit ${batch} for update of g`.execute(db)
  const states = await lockStates(scope, rows)
  return rows.map((row) => ({ ...row, bonusState: states.get(row.bonusId ?? '') ?? null }))
}

/** SQL: the gift `g` came to something, and was not taken back yet. */
const isLeft = (org: string) => sql`g.org_id = ${org} and g.taken_at is null and ${gaveSomething}`

/** How far the bonuses of some gifts are; nobody decides on them until the transaction ends. */
async function lockStates(
  { org, db }: Scope,
  gifts: readonly Unlocked[],
): Promise<Map<string, Bonus['state']>> {
  const ids = gifts.flatMap(({ bonusId }) => bonusId ?? [])
  const { rows } = await sql<{ id: string; state: Bonus['state'] }>`select id, state from bonuses
    where org_id = ${org} and id = any(${ids}::uuid[]) order by id for update`.execute(db)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** What was taken back, in points and bonuses. */
type Sums = Pick<TakenBack, 'points' | 'missing' | 'withdrawn' | 'approved'>

/**
 * Takes one gift back: its points as far as they are not spent, its badge for good, its bonus where nobody has decided yet.
 * A bonus that was approved stays: people looked at it and somebody was told, so somebody returns it by hand.
 */
async function takeOne(scope: Scope, gift: Row, reason: string): Promise<Sums> {
  const { id: giftId, ruleId, version, memberId, transactionId, awardId, bonusId, bonusState } = gift
  const about = { ruleId, version: String(version), giftId }
  const { taken, missing } = transactionId
    ? await takeBack(scope, transactionId, { ...(await aboutOf(scope, transactionId)), ...about })
    : { taken: 0, missing: 0 }
  if (awardId && !gift.isRevoked) await revokeBadge(scope, awardId, { reason })
  const isWithdrawn = bonusId !== null && bonusState === 'asked'
  if (isWithdrawn) await takeOff(scope, bonusId)
  await scope.db
    .updateTable('ruleGifts')
    .set({ takenAt: scope.now, takenBy: scope.actor.id, takenReason: reason, missing })
    .where('orgId', '=', scope.org)
    .where('id', '=', giftId)
    .execute()
  await record(scope, 'rule.took-back', {
    ...{ giftId, ruleId, version, memberId, points: taken, missing, reason },
    ...{ ...(awardId && { awardId }), isPrivate: gift.isUnnamed, ...(isWithdrawn && { bonusId }) },
  })
  tell(scope, { topics: ['accounts', 'badges'], to: [memberId] })
  const isApproved = bonusState === 'approved' || bonusState === 'exported'
  return { points: taken, missing, withdrawn: Number(isWithdrawn), approved: Number(isApproved) }
}

/** What the points were given for. */
async function aboutOf({ org, db }: Scope, transactionId: string): Promise<Record<string, string>> {
  const { about } = await db
    .selectFrom('ledgerTransactions')
    .select('about')
    .where('orgId', '=', org)
    .where('id', '=', transactionId)
    .executeTakeFirstOrThrow()
  return about as Record<string, string>
}

/** Takes one thing back that a rule gave somebody. Throws 404, and 409 where that was done. */
export async function takeBackGift(
  scope: Scope,
  id: string,
  { reason }: { reason: string },
): Promise<RuleGift> {
  refuseUnlessAdmin(scope)
  await getGift(scope, id)
  const [gift] = await lockGifts(scope, sql`g.id = ${id}`)
  if (!gift)
    throw (await getGift(scope, id)).taken ? conflict('rule-gift.taken') : conflict('rule-gift.nothing')
  await takeOne(scope, gift, reason)
  tell(scope, { topics: ['rules'] })
  return getGift(scope, id)
}

/**
 * Takes back what a rule gave, or one version of it: a batch, and how many are left. It goes on giving unless it is off.
 * Throws 409 where nothing is left.
 */
export async function takeBackRule(
  scope: Scope,
  ruleId: string,
  { reason, version }: { reason: string; version: number | null },
): Promise<TakenBack> {
  refuseUnlessAdmin(scope)
  await refuseUnknownRule(scope, ruleId)
  const which = sql`g.rule_id = ${ruleId} and ${version === null ? sql`true` : sql`g.version = ${version}`}`
  const gifts = await lockGifts(scope, which)
  if (gifts.length === 0) throw conflict('rule.all-taken')
  const sums: Sums = { points: 0, missing: 0, withdrawn: 0, approved: 0 }
  for (const gift of gifts) {
    const one = await takeOne(scope, gift, reason)
    for (const key of ['points', 'missing', 'withdrawn', 'approved'] as const) sums[key] += one[key]
  }
  tell(scope, { topics: ['rules'] })
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from rule_gifts g
    where ${isLeft(scope.org)} and ${which}`.execute(scope.db)
  return { times: gifts.length, ...sums, left: rows[0]?.left ?? 0 }
}
