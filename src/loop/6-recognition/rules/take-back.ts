import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { revokeBadge } from '../badges/holding.ts'
import type { RuleGift, TakenBack } from '../given.contract.ts'
import { takeBack } from '../ledger/take-back.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
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
}

/** Gifts that were not taken back yet, held until the transaction ends. */
async function lockGifts({ org, db }: Scope, which: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select g.id, g.rule_id, g.version, g.member_id, g.transaction_id, g.award_id, g.is_unnamed,
      a.revoked_at is not null as is_revoked
    from rule_gifts g left join badge_awards a on a.org_id = g.org_id and a.id = g.award_id
    where g.org_id = ${org} and g.taken_at is null and ${which} order by g.id limit ${batch} for update of g`.execute(
    db,
  )
  return rows
}

/** Takes one gift back: its points as far as they are not spent, its badge for good. */
async function takeOne(scope: Scope, gift: Row, reason: string): Promise<{ taken: number; missing: number }> {
  const { id: giftId, ruleId, version, memberId, transactionId, awardId } = gift
  const about = { ruleId, version: String(version), giftId }
  const { taken, missing } = transactionId
    ? await takeBack(scope, transactionId, { ...(await aboutOf(scope, transactionId)), ...about })
    : { taken: 0, missing: 0 }
  if (awardId && !gift.isRevoked) await revokeBadge(scope, awardId, { reason })
  await scope.db
    .updateTable('ruleGifts')
    .set({ takenAt: scope.now, takenBy: scope.actor.id, takenReason: reason, missing })
    .where('orgId', '=', scope.org)
    .where('id', '=', giftId)
    .execute()
  await record(scope, 'rule.took-back', {
    ...{ giftId, ruleId, version, memberId, points: taken, missing, reason },
    ...{ ...(awardId && { awardId }), isPrivate: gift.isUnnamed },
  })
  tell(scope, { topics: ['accounts', 'badges'], to: [memberId] })
  return { taken, missing }
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
  if (!gift) throw conflict('rule-gift.taken')
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
  const sums = { points: 0, missing: 0 }
  for (const gift of gifts) {
    const { taken, missing } = await takeOne(scope, gift, reason)
    sums.points += taken
    sums.missing += missing
  }
  tell(scope, { topics: ['rules'] })
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from rule_gifts g
    where g.org_id = ${scope.org} and g.taken_at is null and ${which}`.execute(scope.db)
  return { times: gifts.length, ...sums, left: rows[0]?.left ?? 0 }
}
