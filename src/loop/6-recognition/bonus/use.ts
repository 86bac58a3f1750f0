import { sql } from 'kysely'
import { findGroup } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Quiet, Scope } from '#platform/scope'
import type { BudgetUse, Stand } from '../budget-use.contract.ts'
import { dayOf } from '../calendar.ts'
import { readTerms } from '../settings/settings.ts'
import { type Stretches, stretchesOf } from './stretches.ts'
import { findTerms, kindOf, managedGroups } from './terms.ts'

/** What moved on a day for budgets of one unit, in smallest units. */
interface Moved extends Omit<Stand, 'left'> {
  groupId: string
  unit: string
  day: string
}

/** Budgets of so many units are told: one of time, and one for each currency that there was in a period. */
const mostUnits = 9

interface Group {
  id: string
  name: string
}

/**
 * What became of the bonus budgets that the actor manages, of a group and those below it, or of all: over the period that
 * runs. Nobody is named. Nothing where there are no bonuses. Throws 404.
 */
export async function listBudgetUse(
  scope: Scope,
  query: { groupId?: string | undefined; limit: number; after?: string | undefined },
): Promise<{ items: BudgetUse[]; next: string | null }> {
  const after = readCursor(query.after, 'id')
  if (query.groupId) await findGroup(scope, query.groupId)
  const [terms, { timeZone }] = await Promise.all([findTerms(scope), readTerms(scope)])
  if (!terms) return { items: [], next: null }
  const { period, every } = terms
  const groups = await findGroups(scope, { ...query, period, from: after?.[0] })
  const { items, next } = pageOf(groups, query.limit, ({ id }) => [id])
  const ids = items.map(({ id }) => id)
  const moved = Map.groupBy(await findMoved(scope, { ids, period, timeZone }), ({ groupId }) => groupId)
  const { ends, ...whole } = stretchesOf(period, every)
  const today = dayOf(scope.now, timeZone)
  const told = (group: Group): BudgetUse => ({
    ...{ group, period, ...whole, stretches: ends.length },
    budgets: [...Map.groupBy(moved.get(group.id) ?? [], ({ unit }) => unit)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, mostUnits)
      .map(([unit, all]) => ({ kind: kindOf(unit), unit, ...courseOf(all, ends, today) })),
  })
  return { items: items.map(told), next }
}

async function findGroups(
  scope: Scope,
  asked: { groupId?: string | undefined; limit: number; period: string; from: unknown },
): Promise<Group[]> {
  const { groupId, limit, period, from } = asked
  const { rows } = await sql<Group>`
    select g.id, g.name from groups g
    where g.org_id = ${scope.org} and g.archived_at is null and g.path && ${managedGroups(scope)}::uuid[]
      and exists (select from bonus_budgets b where b.org_id = g.org_id and b.group_id = g.id and b.period = ${period})
      ${groupId ? sql`and ${groupId}::uuid = any(g.path)` : sql``} ${from ? sql`and g.id > ${String(from)}` : sql``}
    order by g.id limit ${limit + 1}`.execute(scope.db)
  return rows
}

/**
 * What moved, day by day: what was given to a budget, as the ledger has it, and what each bonus from it was on its way. One
 * that was returned is where it was until then.
 */
async function findMoved(
  { org, db }: Quiet,
  { ids, period, timeZone }: { ids: readonly string[]; period: string; timeZone: string },
): Promise<Moved[]> {
  const { rows } = await sql<Record<keyof Moved, string>>`
    with moved as (
      select a.owner_id as group_id, a.unit, t.made_at as at, e.amount, 0::bigint as aside, 0::bigint as approved,
        0::bigint as paid
      from ledger_accounts a join ledger_entries e on e.org_id = a.org_id and e.account_id = a.id
        join ledger_transactions t on t.org_id = e.org_id and t.id = e.transaction_id and t.kind = 'budget'
      where a.org_id = ${org} and a.owner_id = any(${[...ids]}::uuid[]) and a.kind = 'budget' and a.period = ${period}
      union all
      select b.group_id, b.unit, m.at, 0, b.amount * m.aside, b.amount * m.approved, b.amount * m.paid
      from bonuses b left join payroll_exports x on x.org_id = b.org_id and x.id = b.export_id
        left join ledger_transactions r on r.org_id = b.org_id and b.state = 'returned' and r.key = 'bonus returned ' || b.id,
        lateral (values (b.proposed_at, 1, 0, 0),
          (b.settled_at, -1, (b.state not in ('declined', 'withdrawn'))::int, 0),
          (x.made_at, 0, -1, 1),
          (r.made_at, 0, -(x.id is null)::int, -(x.id is not null)::int)) m (at, aside, approved, paid)
      where b.org_id = ${org} and b.group_id = any(${[...ids]}::uuid[]) and b.period = ${period} and m.at is not null)
    select group_id, unit, to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, sum(amount) as amount,
      sum(aside) as aside, sum(approved) as approved, sum(paid) as paid
    from moved group by 1, 2, 3`.execute(db)
  return rows.map(({ groupId, unit, day, amount, aside, approved, paid }) => ({
    ...{ groupId, unit, day, amount: Number(amount), aside: Number(aside) },
    ...{ approved: Number(approved), paid: Number(paid) },
  }))
}

/** Where a budget stands after what moved until a day. */
function standAt(all: readonly Moved[], until: string): Stand {
  const sums = { amount: 0, aside: 0, approved: 0, paid: 0 }
  for (const one of all)
    if (one.day <= until) for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += one[key]
  return { ...sums, left: sums.amount - sums.aside - sums.approved - sums.paid }
}

/** Where it stands now, and stood at the end of each stretch so far; of the one that runs, today. */
function courseOf(
  all: readonly Moved[],
  ends: Stretches['ends'],
  today: string,
): Pick<BudgetUse['budgets'][number], 'now' | 'points'> {
  const current = ends.findIndex((end) => end >= today)
  const begun = current === -1 ? ends : [...ends.slice(0, current), today]
  return {
    now: standAt(all, today),
    points: begun.map((until) => ({ until, ...standAt(all, until) })),
  }
}
