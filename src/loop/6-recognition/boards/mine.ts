import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { PersonalBest } from '../board.contract.ts'
import { readTerms } from '../settings/settings.ts'
import { isHelp } from './helped.ts'
import { boardTerms } from './settings.ts'
import { bestOf, type Week } from './streak.ts'

/** How many different people the actor helped in each week of the last year, weeks beginning where the organization is. */
export async function getPersonalBest(scope: Scope): Promise<{ own: PersonalBest | null }> {
  if ((await boardTerms(scope)).mode === 'off') return { own: null }
  const { timeZone } = await readTerms(scope)
  const now = scope.now.toISOString()
  const weekOf = (at: ReturnType<typeof sql>) =>
    sql`to_char(date_trunc('week', ${at} at time zone ${timeZone}), 'YYYY-MM-DD')`
  const { rows } = await sql<Week & { current: string }>`
    select ${weekOf(sql`${now}::timestamptz`)} as current, w.week, w.people from (select 1) one
    left join lateral (select ${weekOf(sql`s.at`)} as week, count(distinct s.helped_id)::int as people
      from signals s where s.org_id = ${scope.org} and s.helper_id = ${scope.actor.id}
        and s.at > ${now}::timestamptz - interval '52 weeks' and ${isHelp} group by 1 order by 1) w on true`.execute(
    scope.db,
  )
  const current = rows[0]?.current ?? ''
  const weeks = rows.flatMap(({ week, people }) => (week === null ? [] : [{ week, people }]))
  return { own: bestOf(weeks, current) }
}
