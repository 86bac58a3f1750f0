import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Account, Entry } from '../ledger.contract.ts'
import { findWhy } from '../rules/why.ts'

/** So many are told: of an allowance there is one a month. */
const mostAccounts = 200

/** The actor's own accounts, the newest first. */
export async function listAccounts(scope: Scope): Promise<{ items: Account[] }> {
  const items = await scope.db
    .selectFrom('ledgerAccounts')
    .select(['id', 'kind', 'unit', 'period', 'balance'])
    .where('orgId', '=', scope.org)
    .where('ownerId', '=', scope.actor.id)
    .orderBy('openedAt', 'desc')
    .orderBy('id')
    .limit(mostAccounts)
    .execute()
  return { items }
}

/** What moved on an account, with who did it, and what was redeemed by it. */
const movements = (scope: Scope, accountId: string) =>
  scope.db
    .selectFrom('ledgerEntries as e')
    .innerJoin('ledgerTransactions as t', (join) =>
      join.onRef('t.orgId', '=', 'e.orgId').onRef('t.id', '=', 'e.transactionId'),
    )
    .leftJoin('members as m', (join) => join.onRef('m.orgId', '=', 't.orgId').onRef('m.id', '=', 't.madeBy'))
    .leftJoin('redemptions as x', (join) =>
      join
        .onRef('x.orgId', '=', 't.orgId')
        .on('x.transactionId', '=', sql<string>`coalesce(t.reverses, t.id)`),
    )
    .select(['m.id as byId', 'm.name', 'm.title', 'x.id as redemptionId', 'x.name as rewardName'])
    .select(['e.number', 'e.transactionId', 'e.amount', 'e.balance'])
    .select(['t.kind', 't.madeAt as at', 't.about', 't.reverses'])
    .where('e.orgId', '=', scope.org)
    .where('e.accountId', '=', accountId)

/** What moved on one's own account, the latest first; throws 404 of anybody else's. */
export async function listEntries(
  scope: Scope,
  accountId: string,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: Entry[]; next: string | null }> {
  const after = readCursor(query.after, 'moment', 'number')
  const own = await scope.db
    .selectFrom('ledgerAccounts')
    .select('period')
    .where('orgId', '=', scope.org)
    .where('id', '=', accountId)
    .where('ownerId', '=', scope.actor.id)
    .executeTakeFirst()
  if (!own) throw notFound('account')
  const rows = await movements(scope, accountId)
    .$if(after !== null, (found) => found.where('e.number', '<', Number(after?.[1])))
    .orderBy('e.number', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { items, next } = pageOf(rows, query.limit, ({ at, number }) => [at, number])
  const { period } = own
  const whyOf = await findWhy(
    scope,
    items.map(({ about }) => about as Record<string, string>),
  )
  return {
    items: items.map(({ byId, name, title, about, redemptionId, rewardName, ...row }) => ({
      reward: redemptionId && rewardName !== null ? { redemptionId, name: rewardName } : null,
      ...{ ...row, period, about: about as Record<string, string> },
      ...whyOf(about as Record<string, string>),
      by: byId === null || name === null || title === null ? null : { id: byId, name, title },
    })),
    next,
  }
}
