import { type RawBuilder, sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { speaksTo } from '../audience/conditions.ts'
import type { Step } from '../language.ts'
import { topicOfMember } from '../words/topic.ts'
import { allowed } from './plan.ts'
import type { Running } from './running.ts'

/** Somebody to whom a step is given now. */
export interface Claimed {
  memberId: string
  step: string
  variant: number
  name: string
  email: string
  locale: string
  topic: string | null
}

export interface Claim {
  channel: 'feed' | 'mail'
  /** How many at most. */
  most: number
  capTimes: number
  capDays: number
}

/** What becomes of those whom it looked at: who gets the step now, and how many were looked at in all. */
export interface Outcome {
  claimed: Claimed[]
  seen: number
}

/**
 * Takes some sends of a campaign that are due, and decides on each: to be given now, for what reason not, or when it is
 * looked at again. Those that are given are marked in the same statement, so that nobody else takes them, and whoever dies
 * with them in hand has not lost which they were.
 */
export async function claim(scope: Scope, campaign: Running, how: Claim): Promise<Outcome> {
  // Of two jobs that looked at once neither would see what the other gives somebody.
  await holdAlone(scope, `campaigns given ${scope.org}`)
  const { rows } = await sql<Claimed & { verdict: string }>`
    with due as (
      select s.step, s.member_id, s.variant, s.due_at from campaign_sends s
      where s.org_id = ${scope.org} and s.campaign_id = ${campaign.id} and s.channel = ${how.channel}
        and s.state = 'waiting' and s.due_at <= ${scope.now}
      order by s.due_at limit ${how.most} for update of s skip locked),
    -- One at a time for each: what comes of the first decides whether the next may come so soon.
    first as (select distinct on (member_id) * from due order by member_id, due_at, step),
    judged as materialized (
      select d.step, d.member_id, d.variant, m.name, m.email, m.locale, ${topicOfMember} as topic,
        ${whyNot(scope, campaign, how)} as why, ${notBefore(scope, campaign, how)} as not_before
      -- By key, here and below: of how many a limit leaves the planner knows nothing, and would look at everybody.
      from first d join members m on m.org_id = ${scope.org} and m.id = d.member_id
        and m.id = any(array(select member_id from first))
      join campaign_members x on x.org_id = m.org_id and x.campaign_id = ${campaign.id} and x.member_id = m.id),
    done as (
      update campaign_sends s set at = ${scope.now}, why = coalesce(j.why, ''),
        state = case when j.why is not null then 'skipped' when j.not_before is not null then 'waiting'
          else ${how.channel === 'feed' ? 'sent' : 'sending'} end,
        due_at = case when j.why is null and j.not_before is not null then j.not_before else s.due_at end
      from judged j where s.org_id = ${scope.org} and s.campaign_id = ${campaign.id} and s.step = j.step
        and s.member_id = j.member_id
        and s.member_id = any(array(select member_id from judged)))
    select step, member_id, variant, name, email, locale, topic,
      case when why is not null then 'not' when not_before is not null then 'later' else 'now' end as verdict from judged
    order by member_id, step`.execute(scope.db)
  return { claimed: rows.filter(({ verdict }) => verdict === 'now'), seen: rows.length }
}

/** SQL: why a member `m` who is in the campaign as `x` does not get the step of `d`; null where they do. */
function whyNot(scope: Scope, { groupId, body }: Running, { channel }: Claim): RawBuilder<unknown> {
  const unwanted = sql`when exists (select from letter_choices l where l.org_id = m.org_id and l.member_id = m.id
      and l.topic = 'campaigns' and not l.is_wanted) then 'unwanted'
    when exists (select from refused_addresses r where r.org_id = m.org_id and r.email = lower(m.email)) then 'refused-address'`
  return sql`case when m.left_at is not null then 'left'
    when not ${speaksTo(scope, groupId, body.audience)} then 'left-audience'
    when x.answer = 'no' then 'answered'
    when not (${meant(body.steps)}) then 'answered'
    ${channel === 'mail' ? unwanted : sql``} end`
}

/** SQL: whether the step of `d` is meant for who answered as `x` did. */
function meant(steps: readonly Step[]): RawBuilder<unknown> {
  const of = {
    everyone: sql`true`,
    // Who named a colleague has said something.
    unanswered: sql`x.answer is null and x.nominated_at is null`,
    interested: sql`coalesce(x.answer = 'interested', false)`,
    later: sql`coalesce(x.answer = 'later', false)`,
  }
  const cases = steps.map((step) => sql`when ${step.id} then ${of[step.if]}`)
  return sql`case d.step ${sql.join(cases, sql` `)} else false end`
}

/**
 * SQL: when a step is looked at again that may not come now: in somebody's quiet hours, or where they have heard of
 * campaigns as often as they should within some days. Null where it may.
 */
function notBefore(
  scope: Scope,
  campaign: Running,
  { channel, capTimes, capDays }: Claim,
): RawBuilder<unknown> {
  const now = sql`${scope.now}::timestamptz`
  const heard = sql`select s.at + make_interval(days => ${capDays}) from campaign_sends s
    where s.org_id = m.org_id and s.member_id = m.id and s.state in ('sent', 'unsure', 'sending')
      and s.at > ${now} - make_interval(days => ${capDays})
    order by s.at desc offset ${capTimes - 1} limit 1`
  const calm = channel === 'mail' ? sql`nullif(${allowed(campaign, now)}, ${now})` : sql`null::timestamptz`
  return sql`greatest(${calm}, (${heard}))`
}
