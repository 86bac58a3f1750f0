import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, Problem } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { type AccountOf, balanceOf } from '../ledger/accounts.ts'
import { type Posting, post } from '../ledger/post.ts'
import type { Reward, StockMove } from '../reward.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { getReward } from './rewards.ts'

/** What is counted of a reward: pieces, which add up to nothing by themselves. */
export const unitOf = (rewardId: string): string => `reward:${rewardId}`

const piecesIn = (kind: 'supply' | 'stock' | 'given', rewardId: string): AccountOf => ({
  ...{ kind, unit: unitOf(rewardId), ownerId: rewardId },
})

/** What is there to be had. */
export const stockOf = (rewardId: string): AccountOf => piecesIn('stock', rewardId)

/** The legs that hand one piece out. */
export const onePieceOf = (rewardId: string): Posting['legs'] => [
  { account: stockOf(rewardId), amount: -1 },
  { account: piecesIn('given', rewardId), amount: 1 },
]

/** Books, and says plainly that somebody was faster where the database finds that there is not enough any more. */
export const postOrSay = (scope: Scope, posting: Posting): ReturnType<typeof post> =>
  post(scope, posting).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'ledger.overdrawn') throw conflict('reward.just-gone')
    throw error
  })

/** Brings pieces into the stock, or takes out what is not there; `change` is not 0. */
export const moveStock = (scope: Scope, rewardId: string, change: number, reason: string) =>
  postOrSay(scope, {
    ...{ kind: 'stock', key: `stock ${newIdIn(scope)}`, about: { rewardId, reason } },
    legs: [
      { account: piecesIn('supply', rewardId), amount: -change },
      { account: stockOf(rewardId), amount: change },
    ],
  })

/** Adds pieces, or corrects the stock down. Throws 409 where fewer are there, or none are counted. */
export async function changeStock(
  scope: Scope,
  rewardId: string,
  { change, reason }: { change: number; reason: string },
): Promise<Reward> {
  refuseUnlessAdmin(scope)
  const { isCounted } = await getReward(scope, rewardId)
  if (!isCounted) throw conflict('reward.not-counted')
  const left = await balanceOf(scope, stockOf(rewardId))
  if (left + change < 0) throw conflict('reward.too-few-pieces', { left })
  await moveStock(scope, rewardId, change, reason)
  await record(scope, 'reward.stocked', { rewardId, change, reason })
  tell(scope, { topics: ['rewards'] })
  return getReward(scope, rewardId)
}

/** Every movement of the pieces of a reward, the latest first. */
export async function listStock(
  scope: Scope,
  rewardId: string,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: StockMove[]; next: string | null }> {
  const after = readCursor(query.after, 'moment', 'number')
  refuseUnlessAdmin(scope)
  await getReward(scope, rewardId)
  const rows = await scope.db
    .selectFrom('ledgerAccounts as a')
    .innerJoin('ledgerEntries as e', (join) =>
      join.onRef('e.orgId', '=', 'a.orgId').onRef('e.accountId', '=', 'a.id'),
    )
    .innerJoin('ledgerTransactions as t', (join) =>
      join.onRef('t.orgId', '=', 'e.orgId').onRef('t.id', '=', 'e.transactionId'),
    )
    .leftJoin('members as m', (join) => join.onRef('m.orgId', '=', 't.orgId').onRef('m.id', '=', 't.madeBy'))
    .select(['e.number', 'e.amount', 'e.balance', 't.kind', 't.madeAt as at', 't.about'])
    .select(['m.id as byId', 'm.name', 'm.title'])
    .where('a.orgId', '=', scope.org)
    .where('a.ownerId', '=', rewardId)
    .where('a.kind', '=', 'stock')
    .$if(after !== null, (found) => found.where('e.number', '<', Number(after?.[1])))
    .orderBy('e.number', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { items, next } = pageOf(rows, query.limit, ({ at, number }) => [at, number])
  return {
    items: items.map(({ byId, name, title, about, ...row }) => ({
      ...{ ...row, reason: (about as Record<string, string>).reason ?? '' },
      by: byId === null || name === null || title === null ? null : { id: byId, name, title },
    })),
    next,
  }
}
