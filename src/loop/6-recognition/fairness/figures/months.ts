import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { monthOf } from '../../calendar.ts'
import type { Month } from '../../figures.contract.ts'
import { peopleHere, worksIn } from './place.ts'

interface Row {
  month: string
  givers: number
  granted: number
  left: number
}

const day = 86_400_000

/** The months that a window touches, the first first; a month is told apart by where the organization counts it. */
function monthsWithin(now: Date, days: number, timeZone: string): string[] {
  const moments = Array.from({ length: days + 1 }, (_, ago) => new Date(now.getTime() - (days - ago) * day))
  return [...new Set(moments.map((at) => monthOf(at, timeZone)))]
}

/**
 * What became of what people of a group may give, month by month: whoever gave got their points for the month when they
 * first did, as the ledger says; all others left what they might have given.
 */
export async function monthsOf(
  scope: Scope,
  groupId: string,
  people: number,
  { allowance, timeZone }: { allowance: number; timeZone: string },
  days: number,
): Promise<Month[]> {
  const months = monthsWithin(scope.now, days, timeZone)
  const { rows } = await sql<Row>`
    with people as materialized (${peopleHere(scope)})
    select a.period as month, count(*)::int as givers, sum(e.amount)::int as granted, sum(a.balance)::int as left
    from people p
    join ledger_accounts a on a.org_id = ${scope.org} and a.owner_id = p.id and a.kind = 'allowance'
      and a.unit = 'points' and a.period = any(${months}::text[])
    join ledger_entries e on e.org_id = a.org_id and e.account_id = a.id and e.number = 1
    where ${worksIn(scope, groupId)} group by a.period`.execute(scope.db)
  const found = new Map(rows.map((row) => [row.month, row]))
  const present = months.at(-1)
  return months.map((month) => {
    const { givers, granted, left } = found.get(month) ?? { givers: 0, granted: 0, left: 0 }
    const unused = left + Math.max(0, people - givers) * allowance
    return { month, givers, given: granted - left, unused, isOver: month !== present }
  })
}
