import { type RawBuilder, sql } from 'kysely'
import type { Quiet } from '#platform/scope'

/** What must hold of a ledger, and the ids of what breaks it. */
export interface Broken {
  rule: keyof typeof rules
  /** Accounts or transactions, at most twenty. */
  ids: string[]
}

const lines = sql`ledger_entries e left join ledger_transactions t on t.org_id = e.org_id and t.id = e.transaction_id`

/**
 * Each rule is a query for what breaks it, of one organization. They read what was booked, from its beginning, and
 * trust neither balances nor hashes.
 */
const rules = {
  /** What came in, came from somewhere: each unit adds up to nothing. */
  'units-add-up': (org: string) => sql`select min(id::text) as id from ledger_accounts where org_id = ${org}
    group by unit having sum(balance) <> 0`,
  /** Nothing but a source is below zero. */
  'nothing-overdrawn': (org: string) => sql`select id from ledger_accounts where org_id = ${org}
    and balance < 0 and kind not in ('issue', 'treasury', 'supply')`,
  /** A balance is the sum of what moved, and the last of its entries says so too. */
  'balances-follow': (org: string) => sql`select a.id from ledger_accounts a
    left join (select account_id, count(*) as entries, sum(amount) as balance, max(number) as last,
        (array_agg(e.hash order by number desc))[1] as hash
      from ledger_entries e where org_id = ${org} group by account_id) e on e.account_id = a.id
    where a.org_id = ${org} and (a.balance, a.entries, a.hash) is distinct from
      (coalesce(e.balance, 0), coalesce(e.entries, 0), coalesce(e.hash, ledger_genesis(a)))
      or a.org_id = ${org} and coalesce(e.last, 0) <> a.entries`,
  /** Every entry follows the one before it, by number, by balance and by hash; and has a transaction and an account. */
  'entries-follow': (org: string) => sql`select distinct account_id as id from (
    select e.account_id, e.number, e.balance, e.amount, e.hash, ledger_digest(t) as digest,
      coalesce(lag(e.number) over w, 0) as before_number, coalesce(lag(e.balance) over w, 0) as before_balance,
      coalesce(lag(e.hash) over w, (select ledger_genesis(a) from ledger_accounts a where a.org_id = e.org_id and a.id = e.account_id)) as before_hash
    from ${lines} where e.org_id = ${org} window w as (partition by e.account_id order by e.number)) e
    where number <> before_number + 1 or balance <> before_balance + amount
      or hash is distinct from ledger_link(before_hash, digest, amount)`,
  /** What a transaction says is what its entries say, no more and no less. */
  'transactions-booked': (org: string) => sql`select t.id from ledger_transactions t
    left join (select transaction_id, array_agg(account_id || ' ' || amount order by account_id) as legs
      from ledger_entries where org_id = ${org} group by transaction_id) e on e.transaction_id = t.id
    where t.org_id = ${org} and e.legs is distinct from
      (select array_agg(l.account || ' ' || l.amount order by l.account) from unnest(t.accounts, t.amounts) l (account, amount))`,
  /** The legs of each transaction add up to nothing in each unit. */
  'transactions-add-up': (org: string) => sql`select t.id from ledger_transactions t,
      unnest(t.accounts, t.amounts) l (account, amount)
      join ledger_accounts a on a.org_id = ${org} and a.id = l.account
    where t.org_id = ${org} group by t.id, a.unit having sum(l.amount) <> 0`,
  /** A reversal is the exact opposite of what it reverses. */
  'reversals-match': (org: string) => sql`select r.id from ledger_transactions r
    join ledger_transactions t on t.org_id = r.org_id and t.id = r.reverses
    where r.org_id = ${org} and (t.reverses is not null or t.accounts <> r.accounts
      or exists (select from unnest(t.amounts, r.amounts) l (was, is_now) where was + is_now <> 0))`,
} satisfies Record<string, (org: string) => RawBuilder<unknown>>

/** Proves the ledger of an organization: what is broken, by rule; nothing when all holds. */
export async function findBroken({ org, db }: Pick<Quiet, 'org' | 'db'>): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const rule of Object.keys(rules) as (keyof typeof rules)[]) {
    const { rows } = await sql<{
      id: string
    }>`select id::text from (${rules[rule](org)}) found order by id limit 20`.execute(db)
    if (rows.length > 0) broken.push({ rule, ids: rows.map(({ id }) => id) })
  }
  return broken
}
