import { type RawBuilder, sql } from 'kysely'
import { findGroup, groupVisible, holds, roles } from '#people'
import { forbidden, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { stands } from './advance.ts'
import { type Stage, stops } from './stages.ts'

export interface FunnelQuery {
  campaignId?: string | undefined
  variant?: string | undefined
  groupId?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** SQL: the moment at which the person `p` came to a stage, as a column. */
export const at = (stage: Stage) => sql.ref(`p.${stage}_at`)

/** Throws 404 for a group or campaign that the actor may not see, 403 for a group that they do not answer for. */
export async function refuseOthers(scope: Scope, { groupId, campaignId }: FunnelQuery): Promise<void> {
  if (groupId !== undefined) {
    const group = await findGroup(scope, groupId)
    if (!holds(scope.actor, group.path, 'manager')) throw forbidden('funnel.not-yours')
  }
  if (campaignId === undefined) return
  const { rows } =
    await sql`select from campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${scope.org} and c.id = ${campaignId} and ${groupVisible(scope, 'g')}`.execute(scope.db)
  if (rows.length === 0) throw notFound('campaign')
}

/**
 * SQL condition: the actor answers for a group of this member; for one group, where it is said. Looked up one by one: as a set
 * it is compared with each person again where the planner takes them for few.
 */
export const isTheirs = (
  scope: Scope,
  memberId: RawBuilder<unknown>,
  groupId: string | undefined,
): RawBuilder<boolean> =>
  sql<boolean>`(select true from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = ${scope.org} and r.member_id = ${memberId} and g.path && ${roles.groupsHeld(scope.actor, 'manager')}::uuid[]
      and ${groupVisible(scope, 'g')} and ${groupId === undefined ? sql`true` : sql`${groupId}::uuid = any(g.path)`} limit 1)`

/** SQL: everybody's first stages, all in all: what they said to a campaign last is the last that they said to any. */
const inAll = ({
  org,
}: Scope) => sql`select j.*, c.answer, least(j.reached_at, j.interested_at, j.nominated_at) as came_at
  from leader_journeys j left join lateral (select c.answer from campaign_journeys c
    where c.org_id = j.org_id and c.member_id = j.member_id and c.answered_at is not null and c.is_for_leaders
    order by c.answered_at desc, c.campaign_id limit 1) c on true
  where j.org_id = ${org}`

/** SQL: the same of one campaign, for those whom it reached or who answered that they are interested. */
const inCampaign = ({ org }: Scope, { campaignId, variant }: FunnelQuery) => sql`
  select j.org_id, j.member_id, c.reached_at, c.opened_at, x.interested_at, j.nominated_at, j.accepted_at, j.trained_at,
    j.drafted_at, j.validated_at, j.learned_at, j.nomination_said, c.answer, least(c.reached_at, x.interested_at) as came_at
  from campaign_journeys c join leader_journeys j on j.org_id = c.org_id and j.member_id = c.member_id
  cross join lateral (select case when c.answer = 'interested' then c.answered_at end as interested_at) x
  where c.org_id = ${org} and c.campaign_id = ${campaignId}
    and ${variant === undefined ? sql`true` : sql`c.variant = ${variant}::smallint`}`

/** What somebody did before they came in did not come of it. */
const since = (...columns: Stage[]) =>
  sql.join(
    columns.map((stage) => {
      const moment = sql.ref(`a.${stage}_at`)
      return sql`case when ${moment} >= a.came_at then ${moment} end as ${sql.ref(`${stage}_at`)}`
    }),
  )

/**
 * SQL: the people `p` of the funnel, of a query, whom the actor may look at, with the moment of each stage. Recognized is who
 * was thanked once they had published something.
 */
export const people = (scope: Scope, query: FunnelQuery): RawBuilder<unknown> => sql`(
  select s.*, (select min(k.came_at) from journey_marks k where k.org_id = ${scope.org} and k.member_id = s.member_id
      and k.kind = 'kudos' and ${stands} and k.came_at >= s.validated_at) as recognized_at
  from (select a.member_id, a.reached_at, a.opened_at, a.interested_at, a.answer, a.nomination_said,
      ${since('nominated', 'accepted', 'trained', 'drafted', 'validated', 'learned')},
      coalesce(least(a.accepted_at, a.drafted_at) < a.came_at, false) as was_before, m.left_at, m.name, m.title
    from (${query.campaignId === undefined ? inAll(scope) : inCampaign(scope, query)}) a
    join members m on m.org_id = ${scope.org} and m.id = a.member_id
    where a.came_at is not null and ${isTheirs(scope, sql`a.member_id`, query.groupId)}
      and ${query.from === undefined ? sql`true` : sql`a.came_at >= ${query.from}::timestamptz`}
      and ${query.until === undefined ? sql`true` : sql`a.came_at < ${query.until}::timestamptz`}) s) p`

/** SQL: the furthest stage that the person `p` came to. */
export const furthest = sql<string>`case when p.recognized_at is not null then 'recognized' ${sql.join(
  [...stops]
    .reverse()
    .slice(0, -1)
    .map((stage) => sql`when ${at(stage)} is not null then ${sql.lit(stage)}`),
  sql` `,
)} else 'reached' end`

/** SQL: why the person `p` has come no further than `reached` here. */
export const why = sql<string>`case when p.left_at is not null then 'left'
  when p.furthest = 'nominated' and p.nomination_said = 'declined' then 'declined'
  when p.furthest = 'nominated' and p.nomination_said = 'later' then 'later'
  when p.furthest = 'reached' and p.answer = 'no' then 'no'
  when p.furthest = 'reached' and p.answer = 'later' then 'later'
  when p.was_before then 'before' else 'waiting' end`
