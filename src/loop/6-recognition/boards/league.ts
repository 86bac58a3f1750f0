import { sql } from 'kysely'
import type { z } from 'zod'
import type { Scope } from '#platform/scope'
import type { leagueLine } from '../board.contract.ts'
import { leagueSize } from '../limits.ts'
import { isAbout, isHelp, type Those, windowsOf } from './helped.ts'
import { boardTerms, takesPart } from './settings.ts'

interface Row {
  id: string
  name: string
  title: string
  people: number
}

/**
 * The actor’s league: those who helped about as many different people in the stretch of time before as they did, most first.
 * Who helped nobody in either is in none, but oneself; nor is who left the boards, or the finding out of who helps.
 */
export async function getLeague(
  scope: Scope,
  those: Those,
): Promise<{ lines: z.output<typeof leagueLine>[] }> {
  const { mode, isAnonymous } = await boardTerms(scope)
  const me = scope.actor.id
  if (mode !== 'people' || !(await takesPart(scope, me))) return { lines: [] }
  const { since, before } = windowsOf(scope, those)
  const { rows } = await sql<Row>`
    with helped as (select s.helper_id,
        count(distinct s.helped_id) filter (where s.at >= ${since})::int as people,
        count(distinct s.helped_id) filter (where s.at < ${since})::int as before
      from signals s where s.org_id = ${scope.org} and s.at >= ${before} and ${isHelp} and ${isAbout(those.topicId)}
      group by s.helper_id),
    here as (select m.id, m.name, m.title, coalesce(h.people, 0) as people, coalesce(h.before, 0) as before
      from members m left join helped h on h.helper_id = m.id
      where m.org_id = ${scope.org} and m.left_at is null and (h.helper_id is not null or m.id = ${me})
        and not exists (select from board_absences a where a.org_id = m.org_id and a.member_id = m.id)),
    leagues as (select h.*, ntile(greatest(1, (select round(count(*) / ${leagueSize}::numeric) from here))::int)
        over (order by before desc, id) as league from here h)
    select id, name, title, people from leagues
    where league = (select league from leagues where id = ${me})
    order by people desc, id limit ${leagueSize * 2}`.execute(scope.db)
  const lines = rows.map(({ id, name, title, people }) => ({
    member: isAnonymous && id !== me ? null : { id, name, title },
    ...{ isMe: id === me, people },
  }))
  return { lines }
}
