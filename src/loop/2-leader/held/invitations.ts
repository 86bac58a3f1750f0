import { sql } from 'kysely'
import { person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { HeldInvitation } from '../held-lists.contract.ts'
import { isOpen, isStanding } from '../surveys/standing.ts'

/**
 * Every survey in which the actor was asked, the latest first. Which wave it was is told nowhere and when only by the day:
 * whoever is asked later was named by somebody who had just answered. What the actor said is theirs to read while they may change it.
 */
export async function listMyInvitations(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const from = readCursor(query.after, 'id')
  const { rows } = await sql<HeldInvitation>`
    select i.survey_id, json_build_object('id', g.id, 'name', g.name) as "group", ${person('o')} as opened_by,
      date_trunc('day', i.asked_at at time zone 'UTC') at time zone 'UTC' as asked_at, s.ends_at,
      ${isOpen(scope)} as is_open, i.answered_at, i.declined_at,
      (select coalesce(json_agg(json_build_object('member', ${person('m')}, 'topic', x.one ->> 'topic') order by x.place), '[]')
        from jsonb_array_elements(case when ${isOpen(scope)} then i.said end) with ordinality as x (one, place)
        join members m on m.org_id = i.org_id and m.id = (x.one ->> 'memberId')::uuid) as namings
    from survey_invitations i
    join surveys s on s.org_id = i.org_id and s.id = i.survey_id
    join groups g on g.org_id = s.org_id and g.id = s.group_id
    join members o on o.org_id = s.org_id and o.id = s.opened_by
    where i.org_id = ${scope.org} and i.member_id = ${scope.actor.id} and ${isStanding}
      ${from ? sql`and i.survey_id < ${from[0]}::uuid` : sql``}
    order by i.survey_id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, ({ surveyId }) => [surveyId])
}
