import { sql } from 'kysely'
import { holds } from '#people'
import type { Scope } from '#platform/scope'
import type { Coverage, Fairness, Share } from '../../figures.contract.ts'
import { readTerms } from '../../settings/settings.ts'
import { monthsOf } from './months.ts'
import { enterPlace, type Place, peopleHere } from './place.ts'
import { gini, lorenz, topShare } from './spread.ts'

/** What was received by the people of one home, by person. */
interface HomeRow {
  home: string | null
  thanks: number[]
  points: number[]
  isPartTime: boolean[]
}

const day = 86_400_000
export const windowStart = ({ now }: Scope, days: number): string =>
  new Date(now.getTime() - days * day).toISOString()

/** What everybody was thanked and given in what is looked at, by the group they work in. */
async function readReceived(scope: Scope, since: string): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    with people as materialized (${peopleHere(scope)}),
    received as (select k.to_id, count(*)::int as thanks, sum(k.points)::int as points from kudos k
      where k.org_id = ${scope.org} and k.withdrawn_at is null and k.given_at >= ${since} group by k.to_id)
    select p.home, array_agg(coalesce(r.thanks, 0)) as thanks, array_agg(coalesce(r.points, 0)) as points,
      array_agg(p.working_time < 100) as is_part_time
    from people p left join received r on r.to_id = p.id group by p.home`.execute(scope.db)
  return rows
}

/** How amounts are shared, in steps of enough people each; null where it would be about too few, or there is nothing. */
function shareOf(amounts: readonly number[], fewest: number): Share | null {
  const total = amounts.reduce((sum, one) => sum + one, 0)
  if (total === 0) return null
  const steps = Math.min(10, Math.floor(amounts.length / fewest))
  return {
    ...{ total, gini: gini(amounts) },
    lorenz: steps >= 3 ? lorenz(amounts, steps) : null,
    topTenth: Math.ceil(amounts.length / 10) >= fewest ? topShare(amounts) : null,
  }
}

const coverageOf = (thanks: readonly number[]): Coverage => ({
  people: thanks.length,
  never: thanks.filter((count) => count === 0).length,
})

/** By working time, of the whole organization alone; null where either is about too few. */
function byTimeOf({ fewest, isWhole }: Place, thanks: number[], isPartTime: boolean[]) {
  const part = coverageOf(thanks.filter((_, at) => isPartTime[at]))
  const full = coverageOf(thanks.filter((_, at) => !isPartTime[at]))
  const isTold = isWhole && part.people >= fewest.shown && full.people >= fewest.shown
  return isTold ? { part, full } : null
}

/**
 * How thanks and points are shared in a group, who is reached by them, and what becomes of what may be given, in what is
 * looked at; as far as it is about enough people.
 */
export async function getFairness(
  scope: Scope,
  { groupId: asked, days }: { groupId?: string | undefined; days: string },
): Promise<Fairness> {
  const place = await enterPlace(scope, asked)
  const since = windowStart(scope, Number(days))
  const { groupId, groups, fewest, isTold, people, parts } = place
  const shown = { groupId, groups, days: Number(days), since, fewest, people: isTold ? people : null }
  const can = { seeNames: holds(scope.actor, [scope.org], 'admin') }
  if (!isTold) return { ...shown, can, figures: null }
  const [homes, terms] = await Promise.all([readReceived(scope, since), readTerms(scope)])
  const months = await monthsOf(scope, groupId, people, terms, Number(days))
  const within = homes.flatMap((row) => {
    const part = place.partOf(row.home)
    return part === undefined ? [] : [{ ...row, part }]
  })
  const thanks = within.flatMap((row) => row.thanks)
  const coverage = (id: string) =>
    coverageOf(within.filter(({ part }) => part === id).flatMap((row) => row.thanks))
  return {
    ...{ ...shown, can },
    figures: {
      thanks: shareOf(thanks, fewest.told),
      points: shareOf(
        within.flatMap((row) => row.points),
        fewest.told,
      ),
      coverage: coverageOf(thanks),
      byGroup: parts.slice(0, 100).map(({ id, name }) => ({ id, name, ...coverage(id) })),
      byTime: byTimeOf(
        place,
        thanks,
        within.flatMap((row) => row.isPartTime),
      ),
      ...{ months, allowance: terms.allowance },
    },
  }
}
