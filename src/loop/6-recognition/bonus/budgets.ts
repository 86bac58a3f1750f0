import { sql } from 'kysely'
import { findGroup } from '#people'
import { holdAlone } from '#platform/db/locks'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { BonusKind, Budget } from '../bonus.contract.ts'
import { type AccountOf, balanceOf } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { everyTaker, firstMissing, type Takers, takersOf } from './chain.ts'
import { bonusTerms, findTerms, isToCome, managedGroups, minutes, type Terms, unitOf } from './terms.ts'
import { stepOf } from './unfinished.ts'

/** What a group may still give in a period. */
export const budgetOf = (groupId: string, unit: string, period: string): AccountOf => ({
  ...{ kind: 'budget', unit, ownerId: groupId, period },
})

interface Row {
  id: string
  name: string
  period: string
  money: Budget['money']
  time: Budget['time']
  takers: Takers
}

/** SQL: the budget `b` and what is left of it, as one value; nothing where there is none. */
const purse = (
  unit: string,
) => sql`(select json_build_object('amount', b.amount, 'left', coalesce(a.balance, 0))
  from bonus_budgets b left join ledger_accounts a on a.org_id = b.org_id and a.owner_id = b.group_id
    and a.kind = 'budget' and a.unit = b.unit and a.period = b.period
  where b.org_id = g.org_id and b.group_id = g.id and b.period = p.period and b.unit = ${unit})`

interface Asked {
  period: string
  limit: number
  groupId?: string
  after?: string
  isGiven?: boolean
}

async function findBudgets(
  scope: Scope,
  { currency }: { currency: string },
  { period, groupId, limit, after, isGiven }: Asked,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select g.id, g.name, p.period, ${purse(currency)} as money, ${purse(minutes)} as time, ${takersOf} as takers
    from groups g, (select ${period}::text as period) p
    where g.org_id = ${scope.org} and g.archived_at is null and g.path && ${managedGroups(scope)}::uuid[]
      ${isGiven ? sql`and exists (select from bonus_budgets b where b.org_id = g.org_id and b.group_id = g.id and b.period = p.period)` : sql``}
      ${groupId ? sql`and g.id = ${groupId}` : sql``} ${after ? sql`and g.id > ${after}` : sql``}
    order by g.id limit ${limit}`.execute(scope.db)
  return rows
}

/** A budget, and whether what the actor proposes from it can be approved by others. */
function told({ actor }: Scope, { chain }: Pick<Terms, 'chain'>, row: Row): Budget {
  const { id, name, takers, ...rest } = row
  const missing = stepOf(chain, firstMissing(chain, takers, [actor.id]))
  const missingFor = everyTaker(takers).filter(
    (one) => one !== actor.id && missing === null && firstMissing(chain, takers, [actor.id, one]) !== null,
  )
  return { group: { id, name }, ...rest, missing, missingFor }
}

/** What the groups that the actor manages may give in a period; nothing where there are no bonuses. */
export async function listBudgets(
  scope: Scope,
  query: { limit: number; after?: string | undefined; period?: string | undefined; given: 'true' | 'false' },
): Promise<{ items: Budget[]; next: string | null }> {
  const after = readCursor(query.after, 'id')
  const terms = await findTerms(scope)
  if (!terms) return { items: [], next: null }
  const { period = terms.period, limit } = query
  const from = after ? { after: String(after[0]) } : {}
  const isGiven = query.given === 'true'
  const rows = await findBudgets(scope, terms, { period, isGiven, limit: limit + 1, ...from })
  const { items, next } = pageOf(rows, limit, ({ id }) => [id])
  return { items: items.map((row) => told(scope, terms, row)), next }
}

/**
 * Says what a group may give in a period: an administrator of the whole organization. Less than was given of it already is
 * refused (409 `bonus.budget-spent`).
 */
export async function setBudget(
  scope: Scope,
  groupId: string,
  input: { kind: BonusKind; amount: number; period: string | null },
): Promise<Budget> {
  refuseUnlessAdmin(scope)
  await findGroup(scope, groupId)
  const terms = await bonusTerms(scope)
  const { kind, amount, period: asked } = input
  if (asked !== null && !isToCome(asked, terms)) throw invalidField('/period', 'bonus.no-period')
  const period = asked ?? terms.period
  const unit = unitOf(kind, terms)
  await holdAlone(scope, `budget ${scope.org} ${groupId} ${unit} ${period}`)
  const before = await amountOf(scope, groupId, unit, period)
  await move(scope, budgetOf(groupId, unit, period), amount - before)
  const values = { amount, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('bonusBudgets')
    .values({ orgId: scope.org, groupId, unit, period, ...values })
    .onConflict((known) => known.columns(['orgId', 'groupId', 'period', 'unit']).doUpdateSet(values))
    .execute()
  await record(scope, 'bonus.budget-set', { groupId, unit, period, amount, before })
  tell(scope, { topics: ['bonuses'] })
  const [row] = await findBudgets(scope, terms, { period, groupId, limit: 1 })
  if (!row) throw new Error('a budget that was set is not there')
  return told(scope, terms, row)
}

async function amountOf(scope: Scope, groupId: string, unit: string, period: string): Promise<number> {
  const row = await scope.db
    .selectFrom('bonusBudgets')
    .select('amount')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('unit', '=', unit)
    .where('period', '=', period)
    .executeTakeFirst()
  return row?.amount ?? 0
}

/** Puts so much more on a budget, or takes it off where negative. */
async function move(scope: Scope, account: AccountOf, more: number): Promise<void> {
  if (more === 0) return
  const left = await balanceOf(scope, account)
  if (left + more < 0) throw conflict('bonus.budget-spent')
  await post(scope, {
    ...{ kind: 'budget', key: `budget ${newIdIn(scope)}`, about: { groupId: account.ownerId } },
    legs: [
      { account: { kind: 'treasury', unit: account.unit, ownerId: scope.org }, amount: -more },
      { account, amount: more },
    ],
  })
}
