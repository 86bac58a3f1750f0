import { sql } from 'kysely'
import { isBroken } from '#platform/db/broken'
import { compiled } from '#platform/db/compiled'
import { conflict } from '#platform/problem'
import { newIdIn, nobody, type Quiet, type Scope } from '#platform/scope'
import { type AccountOf, askedFor, type Columns, columnsOf, isAsked, openAccounts } from './accounts.ts'

/** The most that one leg moves, in smallest units: far above any use, far below what a balance can hold. */
export const mostMoved = 1_000_000_000_000

/** What a transaction moves on one account: added where positive, taken where negative; a whole number, never zero. */
export interface Leg {
  account: AccountOf
  amount: number
}

export interface Posting {
  kind: string
  /** What it is done for: booked once under this key, however often it is asked. */
  key: string
  legs: readonly Leg[]
  /** What it is about, by ids: whoever reads a statement is told in words. */
  about: Record<string, string>
}

interface Booked {
  id: string
  /** False where the key was booked before: nothing was moved now. */
  isNew: boolean
}

/**
 * Books a transaction: all of its legs or none. Throws 409 `ledger.overdrawn` where an account would fall below zero,
 * and `ledger.key-used` where the key stands for another transaction.
 */
export async function post(scope: Scope, { legs, ...posting }: Posting): Promise<Booked> {
  for (const { amount } of legs)
    if (!Number.isSafeInteger(amount) || amount === 0 || Math.abs(amount) > mostMoved)
      throw new Error(`no amount to book: ${amount}`)
  const amounts = legs.map(({ amount }) => amount)
  const named = legs.map(({ account }) => account)
  const atOnce = { ...rowOf(scope, posting), ...columnsOf(named), amounts }
  const [booked] = await bookAtOnce(scope.db, atOnce).catch(refuseOverdraft)
  // Nothing where an account is still to be opened, and where the key was used.
  if (booked) return { id: booked.id, isNew: true }
  return book(scope, { ...posting, accounts: await openAccounts(scope, named), amounts, reverses: null })
}

interface Row extends Omit<Posting, 'legs'> {
  accounts: string[]
  amounts: number[]
  reverses: string | null
}

const rowOf = (scope: Scope, { kind, key, about }: Omit<Posting, 'legs'>) => ({
  ...{ org: scope.org, id: newIdIn(scope), kind, key, about: JSON.stringify(about) },
  madeBy: scope.actor.id === nobody.id ? null : scope.actor.id,
  madeAt: scope.now.toISOString(),
})

/** Books on accounts that are all there. One statement, so that it travels with the beginning of its transaction. */
const bookAtOnce = compiled<ReturnType<typeof rowOf> & Columns & { amounts: number[] }, { id: string }>(
  (given) => sql`
    insert into ledger_transactions (org_id, id, kind, key, made_by, made_at, about, accounts, amounts)
    select ${given.org}::uuid, ${given.id}::uuid, ${given.kind}::text, ${given.key}::text, ${given.madeBy}::uuid,
      ${given.madeAt}::timestamptz, ${given.about}::jsonb, array_agg(a.id order by asked.place), ${given.amounts}::bigint[]
    from ${askedFor(given)} left join ledger_accounts a on ${isAsked(sql`${given.org}::uuid`)}
    having count(a.id) = count(*)
    on conflict (org_id, key) do nothing returning id`,
)

/** Books legs on accounts by their ids; under a key that was used for the same, nothing. */
export async function book(scope: Scope, row: Row): Promise<Booked> {
  const { org, id, kind, key, about, madeBy, madeAt } = rowOf(scope, row)
  const { accounts, amounts, reverses } = row
  const booked = await sql<{ id: string }>`
    insert into ledger_transactions (org_id, id, kind, key, made_by, made_at, reverses, about, accounts, amounts)
    values (${org}, ${id}, ${kind}, ${key}, ${madeBy}, ${madeAt}, ${reverses}, ${about}, ${accounts}::uuid[],
      ${amounts}::bigint[])
    on conflict (org_id, key) do nothing returning id`
    .execute(scope.db)
    .catch(refuseOverdraft)
  if (booked.rows.length > 0) return { id, isNew: true }
  const known = await findByKey(scope, key)
  const isSame =
    known.kind === kind &&
    known.reverses === reverses &&
    JSON.stringify(known.accounts) === JSON.stringify(accounts) &&
    JSON.stringify(known.amounts.map(Number)) === JSON.stringify(amounts)
  if (!isSame) throw conflict('ledger.key-used')
  return { id: known.id, isNew: false }
}

/** What the database says when an account would fall below zero is a refusal like others; all else is a fault. */
function refuseOverdraft(error: unknown): never {
  if (isBroken(error, 'ledger_overdrawn')) throw conflict('ledger.overdrawn')
  throw error
}

const findByKey = (scope: Quiet, key: string) =>
  scope.db
    .selectFrom('ledgerTransactions')
    .select(['id', 'kind', 'accounts', 'amounts', 'reverses'])
    .where('orgId', '=', scope.org)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()

/**
 * Books the exact opposite of a transaction, once. Throws 409 `ledger.overdrawn` where what came in was spent since:
 * what somebody bought is not taken from others.
 */
export async function reverse(scope: Scope, id: string, about: Record<string, string>): Promise<Booked> {
  const { kind, accounts, amounts } = await scope.db
    .selectFrom('ledgerTransactions')
    .select(['kind', 'accounts', 'amounts'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return book(scope, {
    ...{ kind: `${kind}-back`, key: `back ${id}`, about, accounts, reverses: id },
    amounts: amounts.map((amount) => -Number(amount)),
  })
}
