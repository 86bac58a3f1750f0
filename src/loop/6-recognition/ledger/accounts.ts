import { type RawBuilder, sql } from 'kysely'
import { newIdIn, type Quiet } from '#platform/scope'

/** What an account is for. From `issue`, `treasury` and `supply` things come into the ledger: they alone go below zero. */
export const accountKinds = [
  'issue',
  'allowance',
  'points',
  'redeemed',
  'treasury',
  'budget',
  'owed',
  'paid',
  'supply',
  'stock',
  'given',
] as const
export type AccountKind = (typeof accountKinds)[number]

/**
 * An account by what it is. `unit` is what is counted, always in whole smallest units: points, minutes, hundredths of a
 * currency (`EUR`), pieces of a reward. `ownerId` is a member, a group, a reward or the organization; `period` a month
 * (`2026-11`).
 */
export interface AccountOf {
  kind: AccountKind
  unit: string
  ownerId: string
  period?: string
}

/** Accounts by what they are, in columns. */
export interface Columns {
  kinds: string[]
  units: string[]
  owners: string[]
  periods: string[]
}

export const columnsOf = (accounts: readonly AccountOf[]): Columns => ({
  kinds: accounts.map(({ kind }) => kind),
  units: accounts.map(({ unit }) => unit),
  owners: accounts.map(({ ownerId }) => ownerId),
  periods: accounts.map(({ period = '' }) => period),
})

/** SQL: the accounts that are asked for as rows `asked`, each with its place. */
export const askedFor = ({
  kinds,
  units,
  owners,
  periods,
}: Columns) => sql`unnest(${kinds}::text[], ${units}::text[],
  ${owners}::uuid[], ${periods}::text[]) with ordinality as asked (kind, unit, owner_id, period, place)`

/** SQL: the account `a` is one that is `asked` for. */
export const isAsked = (org: RawBuilder<unknown>) => sql`a.org_id = ${org} and a.owner_id = asked.owner_id
  and a.kind = asked.kind and a.unit = asked.unit and a.period = asked.period`

interface Found {
  id: string
  balance: number
}

/** The accounts that are there already, in the order they were asked for; nothing for one that is not. */
async function findAccounts(scope: Quiet, accounts: readonly AccountOf[]): Promise<(Found | null)[]> {
  const { rows } = await sql<{ id: string | null; balance: number }>`
    select a.id, a.balance from ${askedFor(columnsOf(accounts))}
    left join ledger_accounts a on ${isAsked(sql`${scope.org}`)} order by asked.place`.execute(scope.db)
  return rows.map(({ id, balance }) => (id === null ? null : { id, balance }))
}

/** The ids of accounts, in the same order; those that are not there yet are opened, empty. */
export async function openAccounts(scope: Quiet, accounts: readonly AccountOf[]): Promise<string[]> {
  const found = await findAccounts(scope, accounts)
  if (found.every((one) => one !== null)) return found.map(({ id }) => id)
  const missing = accounts.filter((_, index) => found[index] === null)
  await scope.db
    .insertInto('ledgerAccounts')
    .values(
      missing.map(({ kind, unit, ownerId, period = '' }) => ({
        ...{ orgId: scope.org, id: newIdIn(scope), kind, unit, ownerId, period },
        // What the database says of a new account is its own.
        ...{ openedAt: scope.now, hash: Buffer.alloc(0) },
      })),
    )
    .onConflict((known) => known.columns(['orgId', 'ownerId', 'kind', 'unit', 'period']).doNothing())
    .execute()
  const opened = await findAccounts(scope, accounts)
  return opened.map((one) => {
    if (one === null) throw new Error('an account that was opened is not there')
    return one.id
  })
}

/** What is on accounts, in the same order; nothing for one that was never opened. */
export const findBalances = async (
  scope: Quiet,
  accounts: readonly AccountOf[],
): Promise<(number | null)[]> => (await findAccounts(scope, accounts)).map((found) => found?.balance ?? null)

/** What is on an account, or 0 where there is none. */
export async function balanceOf(scope: Quiet, account: AccountOf): Promise<number> {
  const [balance] = await findBalances(scope, [account])
  return balance ?? 0
}

/** Holds accounts until the transaction ends, in the one order in which all hold them; opens those that are not there. */
export async function lockAccounts(scope: Quiet, accounts: readonly AccountOf[]): Promise<void> {
  const ids = await openAccounts(scope, accounts)
  await sql`select from ledger_accounts where org_id = ${scope.org} and id = any(${ids}::uuid[])
    order by unit, id for update`.execute(scope.db)
}
