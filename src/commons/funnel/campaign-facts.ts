import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { recountInterest, type Which } from './advance.ts'

const campaignId = sql`(f.data ->> 'campaignId')::uuid`
const memberId = sql`(f.data ->> 'memberId')::uuid`
/** SQL: what the fact `f` tells of is on the way to leading. */
const isForLeaders = sql<boolean>`coalesce((f.data ->> 'isForLeaders')::boolean, true)`

/**
 * Keeps whom a campaign reached: some thousand in one statement. The step that came first tells the variant; one whose mail
 * came back reached nobody.
 */
export async function noteReached({ db, org }: Scope, which: Which): Promise<void> {
  const reached = sql`(select f.org_id, ${campaignId} as campaign_id, m.id::uuid as member_id, f.data ->> 'step' as step,
      (f.data ->> 'variant')::smallint as variant, ${isForLeaders} as is_for_leaders, case when r.id is null then f.at end as at
    from facts f cross join lateral jsonb_array_elements_text(f.data -> 'memberIds') as m (id)
    left join facts r on r.org_id = ${org} and r.type = 'campaign.returned' and r.data ->> 'memberId' = m.id
      and r.data ->> 'campaignId' = f.data ->> 'campaignId' and r.data ->> 'step' = f.data ->> 'step'
    where f.org_id = ${org} and f.type = 'campaign.reached' and ${which}) x`
  await sql`insert into campaign_journeys as c (org_id, campaign_id, member_id, step, variant, reached_at, is_for_leaders)
    select distinct on (2, 3) org_id, campaign_id, member_id, case when at is not null then step end,
      case when at is not null then variant end, at, is_for_leaders
    from ${reached} order by 2, 3, 6 nulls last, 4, 5
    on conflict (org_id, campaign_id, member_id) do update
      set step = excluded.step, variant = excluded.variant, reached_at = excluded.reached_at
      where excluded.reached_at is not null and (c.reached_at is null
        or (excluded.reached_at, excluded.step, excluded.variant) < (c.reached_at, c.step, c.variant))`.execute(
    db,
  )
  await sql`insert into leader_journeys as j (org_id, member_id, reached_at)
    select org_id, member_id, min(at) filter (where is_for_leaders) from ${reached} group by 1, 2 order by 2
    on conflict (org_id, member_id) do update set reached_at = least(j.reached_at, excluded.reached_at)`.execute(
    db,
  )
}

/** Counts anew whom a campaign reached when one of its mails came back. */
export async function noteReturned(scope: Scope, which: Which): Promise<void> {
  const { db, org } = scope
  const returned = sql`facts f where f.org_id = ${org} and f.type = 'campaign.returned' and ${which}`
  await sql`update campaign_journeys c set reached_at = null, step = null, variant = null
    where c.org_id = ${org} and (c.campaign_id, c.member_id) in (select ${campaignId}, ${memberId} from ${returned})`.execute(
    db,
  )
  await sql`update leader_journeys j set reached_at = null
    where j.org_id = ${org} and j.member_id in (select ${memberId} from ${returned})`.execute(db)
  await noteReached(
    scope,
    sql<boolean>`f.data -> 'memberIds' ?| (select array_agg(f.data ->> 'memberId') from ${returned})`,
  )
}

/** Keeps who opened what, the first time. */
export async function noteOpened({ db, org }: Scope, which: Which): Promise<void> {
  const opened = sql`facts f where f.org_id = ${org} and f.type = 'campaign.opened' and ${which}`
  await sql`insert into campaign_journeys as c (org_id, campaign_id, member_id, opened_at, is_for_leaders)
    select f.org_id, ${campaignId}, ${memberId}, min(f.at), bool_and(${isForLeaders}) from ${opened} group by 1, 2, 3 order by 2, 3
    on conflict (org_id, campaign_id, member_id) do update
      set opened_at = least(c.opened_at, excluded.opened_at)`.execute(db)
  await sql`insert into leader_journeys as j (org_id, member_id, opened_at)
    select f.org_id, ${memberId}, min(f.at) filter (where ${isForLeaders}) from ${opened} group by 1, 2 order by 2
    on conflict (org_id, member_id) do update set opened_at = least(j.opened_at, excluded.opened_at)`.execute(
    db,
  )
}

/** Keeps what people answered a campaign last, and counts again since when they are interested. */
export async function noteAnswers(scope: Scope, which: Which): Promise<void> {
  await sql`insert into campaign_journeys as c (org_id, campaign_id, member_id, answer, answered_at, is_for_leaders)
    select distinct on (2, 3) f.org_id, ${campaignId}, ${memberId}, f.data ->> 'answer', f.at, ${isForLeaders} from facts f
    where f.org_id = ${scope.org} and f.type = 'campaign.answered' and ${which} order by 2, 3, f.at desc, f.id desc
    on conflict (org_id, campaign_id, member_id) do update
      set answer = excluded.answer, answered_at = excluded.answered_at
      where c.answered_at is null or excluded.answered_at > c.answered_at`.execute(scope.db)
  await recountInterest(scope, sql<boolean>`f.type = 'campaign.answered' and ${which}`)
}
