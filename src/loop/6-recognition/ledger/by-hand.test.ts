import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import { type AccountOf, openAccounts } from './accounts.ts'
import { findBroken } from './check.ts'
import { type Leg, post } from './post.ts'

const world = openWorld()

/** An organization with two people, of whom the first has a hundred points, and how to write SQL by hand there. */
async function stage() {
  const org = await world.organization()
  const [dana, priya] = [await org.person('Dana'), await org.person('Priya')]
  const of = (ownerId: string, kind: AccountOf['kind'] = 'points', unit = 'points') => ({
    kind,
    unit,
    ownerId,
  })
  const legs: Leg[] = [
    { account: of(org.id, 'issue'), amount: -100 },
    { account: of(dana.id), amount: 100 },
  ]
  const { id } = await org.as((scope) => post(scope, { kind: 'start', key: 'start', legs, about: {} }))
  const open = (account: AccountOf) =>
    org.as((scope) => openAccounts(scope, [account])).then(([id = '']) => id)
  const [a, b] = [await open(of(dana.id)), await open(of(priya.id))]
  const minutes = await open(of(priya.id, 'points', 'minutes'))
  const asApp = (statement: string) => org.as(({ db }) => sql.raw(statement).execute(db))
  const asOwner = (statement: string) =>
    world.owner.query(statement).then(
      ({ rowCount }) => rowCount,
      (error: Error) => error.message,
    )
  let number = 0
  const booked = (accounts: string[], amounts: (number | string)[], more = `null`) => {
    number += 1
    return `insert into ledger_transactions (org_id, id, kind, key, made_at, about, accounts, amounts, reverses) values
      ('${org.id}', gen_random_uuid(), 'hand', 'hand ${number}', now(), '{}',
       array[${accounts.map((one) => `'${one}'`).join()}]::uuid[], array[${amounts.join()}]::bigint[], ${more})`
  }
  const proof = () => org.as(findBroken)
  return { org, dana, priya, id, a, b, minutes, asApp, asOwner, booked, proof }
}

/** Refused; or, where the owner is no superuser, kept from every row. */
const isStopped = (reason: RegExp) => (outcome: number | string | null) =>
  typeof outcome === 'string' ? reason.test(outcome) || /row-level security/.test(outcome) : outcome === 0

test('no SQL written by hand, by the application or by the owner, makes a ledger that does not add up', async () => {
  const { org, id, a, b, minutes, asApp, asOwner, booked, proof } = await stage()
  const other = await stage()
  const where = `where org_id = '${org.id}'`
  const tries: [string, RegExp][] = [
    [booked([a, b], [-10, 11]), /adds up/],
    [booked([a, b], [-101, 101]), /ledger_overdrawn/],
    [booked([a, minutes], [-10, 10]), /adds up/],
    [booked([a], [10]), /ledger_legs/],
    [booked([a, b], [10]), /ledger_legs/],
    [booked([a, b], [0, 0]), /ledger_legs/],
    [booked([a, b], ['null', 5]), /ledger_legs/],
    [booked([a, a], [-5, 5]), /once/],
    [booked([a, other.a], [-5, 5]), /of its organization|adds up/],
    [booked([a, b], ['9223372036854775807', '-9223372036854775807']), /out of range|overdrawn/],
    [booked([a, b], [-100, 100], `'${id}'`), /exact opposite/],
    [`update ledger_accounts set balance = 1000 ${where}`, /only added to/],
    [`update ledger_accounts set kind = 'issue' ${where}`, /only added to|permission/],
    [`delete from ledger_accounts ${where}`, /only added to|permission/],
    [`update ledger_entries set amount = 5 ${where}`, /only added to|permission/],
    [`delete from ledger_entries ${where}`, /only added to|permission/],
    [`update ledger_transactions set amounts = array[-1, 1] ${where}`, /only added to|permission/],
    [`delete from ledger_transactions ${where}`, /only added to|permission/],
    [`truncate ledger_entries, ledger_transactions, ledger_accounts cascade`, /only added to|permission/],
    [
      `insert into ledger_entries select org_id, account_id, number + 1, transaction_id, 5, 105, hash from ledger_entries ${where}`,
      /only added to/,
    ],
  ]
  for (const [statement, reason] of tries) {
    await expect(asApp(statement), statement).rejects.toThrow(reason)
    expect([statement, await asOwner(statement)]).toEqual([statement, expect.toSatisfy(isStopped(reason))])
  }
  expect(await proof()).toEqual([])
  expect(await other.proof()).toEqual([])
})

test('an account begins empty, whatever is said when it is opened', async () => {
  const { org, asApp, proof } = await stage()
  await asApp(`insert into ledger_accounts (org_id, id, kind, unit, owner_id, opened_at, balance, entries, hash)
    values ('${org.id}', gen_random_uuid(), 'points', 'points', gen_random_uuid(), now(), 500, 3, '\\x00')`)
  const rows = await world.stored<{ most: number; entries: number }>(
    ...[org.id, `select max(balance) as most, max(entries) as entries from ledger_accounts`],
  )
  expect(rows).toEqual([{ most: 100, entries: 1 }])
  expect(await proof()).toEqual([])
})

const tables = ['ledger_accounts', 'ledger_transactions', 'ledger_entries']

/** What only the owner of the tables can do: for a moment triggers are silent and rows are not hidden. */
async function tamper(statement: string) {
  const all = (change: string) => tables.map((table) => `alter table ${table} ${change}`).join(';')
  const client = await world.owner.connect()
  try {
    await client.query('begin')
    await client.query(all('disable trigger user, no force row level security'))
    const { rowCount } = await client.query(statement)
    expect(rowCount).toBeGreaterThan(0)
    await client.query(all('enable trigger user, force row level security'))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

test.each([
  [
    'a balance',
    (org: string, a: string) =>
      `update ledger_accounts set balance = 150 where org_id = '${org}' and id = '${a}'`,
    ['balances-follow', 'units-add-up'],
  ],
  [
    'an amount',
    (org: string, a: string) =>
      `update ledger_entries set amount = 90 where org_id = '${org}' and account_id = '${a}'`,
    ['balances-follow', 'entries-follow', 'transactions-booked'],
  ],
  [
    'who made a transaction',
    (org: string) =>
      `update ledger_transactions set made_by = (select m.id from members m where m.org_id = '${org}' and m.id is distinct from made_by limit 1) where org_id = '${org}'`,
    ['entries-follow'],
  ],
  [
    'what it was for',
    (org: string) => `update ledger_transactions set about = '{"courseId":"x"}' where org_id = '${org}'`,
    ['entries-follow'],
  ],
  [
    'whose an account is',
    (org: string, a: string) =>
      `update ledger_accounts set owner_id = gen_random_uuid() where org_id = '${org}' and id = '${a}'`,
    ['entries-follow'],
  ],
  [
    'the last entry, with its balance',
    (
      org: string,
      a: string,
    ) => `with gone as (delete from ledger_entries where org_id = '${org}' and account_id = '${a}' returning 1)
    update ledger_accounts set balance = 0, entries = 0 where org_id = '${org}' and id = '${a}'`,
    ['balances-follow', 'transactions-booked', 'units-add-up'],
  ],
  [
    'two entries of no transaction, with their balances,',
    (
      org: string,
      a: string,
    ) => `with forged as (insert into ledger_entries (org_id, account_id, number, transaction_id, amount, balance, hash)
      select org_id, id, entries + 1, gen_random_uuid(), moved, balance + moved, sha256('x')
      from (select *, case when id = '${a}' then 5 else -5 end as moved from ledger_accounts
        where org_id = '${org}' and (id = '${a}' or kind = 'issue')) held
      returning account_id, number, balance, hash)
    update ledger_accounts held set balance = f.balance, entries = f.number, hash = f.hash
      from forged f where held.org_id = '${org}' and held.id = f.account_id`,
    ['entries-follow'],
  ],
])('the check finds that somebody who rules the database changed %s', async (_, statement, rules) => {
  const { org, a, proof } = await stage()
  expect(await proof()).toEqual([])
  await tamper(statement(org.id, a))
  expect((await proof()).map(({ rule }) => rule).sort()).toEqual(rules)
})
