import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { RungDone } from './ladder.contract.ts'
import { rungNames } from './rungs.ts'

/**
 * Which rungs a member did, when first and last, and how often; every rung, in order. What they took back does not
 * count, nor do courses that were handed to them.
 */
export async function readDone(scope: Scope, memberId: string): Promise<RungDone[]> {
  const { org } = scope
  const { rows } = await sql<RungDone>`
    select d.rung, count(*)::int as count, min(d.at) as first_at, max(d.at) as last_at from (
      select 'answer' as rung, c.made_at as at from comments c
        join comments q on q.org_id = c.org_id and q.id = c.parent_id and q.author_id <> c.author_id
        where c.org_id = ${org} and c.author_id = ${memberId} and c.removed_at is null
      union all select 'answer', e.answered_at from asked_experts e
        where e.org_id = ${org} and e.member_id = ${memberId} and e.answer = 'helping'
      union all select x.kind, x.made_at from contributions x
        where x.org_id = ${org} and x.member_id = ${memberId} and x.state <> 'withdrawn'
      union all select 'edit', f.made_at from findings f where f.org_id = ${org} and f.author_id = ${memberId}
        and f.suggestion is not null and f.removed_at is null
      union all select 'course', c.first_published_at from courses c where c.org_id = ${org}
        and c.author_id = ${memberId} and c.first_published_at is not null and not exists (select from
          succession_courses s where s.org_id = c.org_id and s.course_id = c.id)
      union all select 'coach', f.at from facts f where f.org_id = ${org} and f.actor_id = ${memberId}
        and (f.type = 'coach.offered' or f.type = 'coaching.answered' and f.data->>'answer' = 'accept')
    ) d group by d.rung`.execute(scope.db)
  const known = new Map(rows.map((row) => [row.rung, row]))
  return rungNames.map((rung) => known.get(rung) ?? { rung, count: 0, firstAt: null, lastAt: null })
}
