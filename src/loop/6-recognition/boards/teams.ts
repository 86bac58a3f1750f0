import { sql } from 'kysely'
import type { z } from 'zod'
import { privacy } from '#leader'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { teamLine } from '../board.contract.ts'
import { mostTeams } from '../limits.ts'
import { isAbout, isHelp, type Those, windowsOf } from './helped.ts'
import { boardTerms } from './settings.ts'

interface Row {
  id: string
  name: string
  members: number
  helpers: number | null
  people: number | null
}

/**
 * Groups that the actor may see, by how many different people each of their members helped on average. A group of fewer
 * members than figures are told of is left out; one in which fewer than that helped stands last, without figures.
 */
export async function getTeamBoard(
  scope: Scope,
  those: Those,
): Promise<{ lines: z.output<typeof teamLine>[] }> {
  if ((await boardTerms(scope)).mode !== 'teams') return { lines: [] }
  const { since } = windowsOf(scope, those)
  const { rows } = await sql<Row>`
    with helped as (select s.helper_id, count(distinct s.helped_id)::int as people from signals s
      where s.org_id = ${scope.org} and s.at >= ${since} and ${isHelp} and ${isAbout(those.topicId)} group by s.helper_id),
    teams as (select g.id, g.name, count(distinct m.id)::int as members, count(distinct h.helper_id)::int as helpers,
        coalesce(sum(h.people), 0)::int as people
      from groups g
      join (select distinct r.org_id, r.group_id, r.member_id from roles r where r.org_id = ${scope.org}) r
        on r.org_id = g.org_id and r.group_id = g.id
      join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
      left join helped h on h.helper_id = m.id
      where g.org_id = ${scope.org} and g.archived_at is null and g.parent_id is not null and ${groupVisible(scope, 'g')}
      group by g.id, g.name having count(distinct m.id) >= ${privacy.fewestTold(scope)})
    select id, name, members, case when helpers >= ${privacy.fewestTold(scope)} then helpers end as helpers,
      case when helpers >= ${privacy.fewestTold(scope)} then people end as people
    from teams
    order by case when helpers >= ${privacy.fewestTold(scope)} then people::float8 / members end desc nulls last, name, id
    limit ${mostTeams}`.execute(scope.db)
  return { lines: rows.map(({ id, name, ...row }) => ({ group: { id, name }, ...row })) }
}
