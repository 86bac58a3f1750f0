import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { fewestShown } from '../fewest.ts'
import { type Asked, enterNetwork, pairsOf, peopleOf, readHomes } from './enter.ts'
import { mostLinks, steps } from './steps.ts'

interface Flow {
  from: string
  to: string
  acts: number
}

/** The highest step that a number of acts reaches. */
const leastOf = (acts: number): number => steps.findLast((step) => step <= acts) ?? 0

/**
 * Which groups learn from which, for those to whom the organization shows it: only where enough people helped and enough were
 * helped, and how much as a step, for two exact numbers would tell by their difference what one person did.
 */
export async function getNetworkOfGroups(scope: Scope, asked: Asked) {
  const { shown, window } = await enterNetwork(scope, asked)
  if (!shown.isOn) return { ...shown, since: null, homes: [], flows: { from: [], to: [], least: [] } }
  const pairs = await pairsOf(scope, window, asked.topicId)
  const homeOf = (of: 'helper_id' | 'helped_id') => sql`(select by_id from stand) ->> ${sql.ref(of)}::text`
  const { rows } = await sql<Flow>`
    with people as materialized (${peopleOf(scope, shown.groupId)}),
    stand as materialized (select jsonb_object_agg(id, home) as by_id from people)
    select ${homeOf('helper_id')} as "from", ${homeOf('helped_id')} as "to", sum(acts)::int as acts
    from (${pairs}) pairs group by 1, 2
    having count(distinct helper_id) >= ${fewestShown(scope)} and count(distinct helped_id) >= ${fewestShown(scope)}
    order by 3 desc, 1, 2 limit ${mostLinks}`.execute(scope.db)
  const { homes, places } = await readHomes(
    scope,
    rows.flatMap(({ from, to }) => [from, to]),
  )
  // In the order of their places: theirs by number of acts would tell more than the steps do.
  const flows = rows
    .map(({ from, to, acts }) => ({
      from: places.get(from) as number,
      to: places.get(to) as number,
      least: leastOf(acts),
    }))
    .sort((a, b) => b.least - a.least || a.from - b.from || a.to - b.to)
  return {
    ...{ ...shown, homes },
    flows: {
      from: flows.map(({ from }) => from),
      to: flows.map(({ to }) => to),
      least: flows.map(({ least }) => least),
    },
  }
}
