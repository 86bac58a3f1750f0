import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { book, reverse } from './post.ts'

interface Leg {
  account: string
  unit: string
  amount: number
  balance: number
}

/** What a transaction moved, with what is on each of its accounts, which nobody else moves until this one is over. */
async function lockLegs({ org, db }: Scope, id: string) {
  const { rows } = await sql<Leg & { kind: string }>`
    select t.kind, l.account, a.unit, l.amount, a.balance from ledger_transactions t,
      unnest(t.accounts, t.amounts) l (account, amount)
      join ledger_accounts a on a.org_id = ${org} and a.id = l.account
    where t.org_id = ${org} and t.id = ${id} order by a.unit, a.id for update of a`.execute(db)
  return rows
}

/**
 * Takes back what a transaction gave: all of it, or where something of it was spent since, what is left on each account
 * that received. Gives how much that was and how much is missing, in smallest units; the transaction must have one source.
 */
export async function takeBack(
  scope: Scope,
  id: string,
  about: Record<string, string>,
): Promise<{ taken: number; missing: number }> {
  const legs = await lockLegs(scope, id)
  const given = legs.filter(({ amount }) => amount > 0)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const all = sum(given.map(({ amount }) => amount))
  const left = given.map((leg) => ({ ...leg, amount: Math.min(leg.amount, leg.balance) }))
  const taken = sum(left.map(({ amount }) => amount))
  if (taken === all) await reverse(scope, id, about)
  else if (taken > 0) {
    const sources = legs.filter(({ amount }) => amount < 0)
    const [source] = sources
    if (!source || sources.length > 1)
      throw new Error('only what came from one account can be taken back in part')
    const back = left.filter(({ amount }) => amount > 0)
    await book(scope, {
      ...{ kind: `${source.kind}-back`, key: `back ${id}`, about: { ...about, partOf: id }, reverses: null },
      accounts: [source.account, ...back.map(({ account }) => account)],
      amounts: [taken, ...back.map(({ amount }) => -amount)],
    })
  }
  return { taken, missing: all - taken }
}
