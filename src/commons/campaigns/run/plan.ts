import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { speaksTo } from '../audience/conditions.ts'
import type { Step } from '../language.ts'
import type { Running } from './running.ts'

/**
 * Of tables that were filled a moment ago the planner knows nothing, and would look through one for each row of another:
 * here all of them are joined whole, as they are.
 */
async function joinAsWholes({ db }: Scope): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`.execute(
    db,
  )
}

/** Takes into a campaign who has come into its audience. Who was in it stays known, also when they leave it. */
export async function enter(scope: Scope, { id, groupId, body }: Running): Promise<number> {
  await joinAsWholes(scope)
  const { numAffectedRows } = await sql`
    insert into campaign_members (org_id, campaign_id, member_id, entered_at)
    select m.org_id, ${id}, m.id, ${scope.now} from members m
    where ${speaksTo(scope, groupId, body.audience)} and not exists (select from campaign_members x
      where x.org_id = m.org_id and x.campaign_id = ${id} and x.member_id = m.id)
    on conflict do nothing`.execute(scope.db)
  return Number(numAffectedRows ?? 0)
}

/**
 * Plans a step for everybody who has come to it: when it is due, outside their quiet hours where they are, and which of its
 * variants they get: an even share each, the same whenever it is asked.
 */
export async function planStep(scope: Scope, campaign: Running, step: Step): Promise<number> {
  const { id, body } = campaign
  const { base, came } = before(body.steps.find((one) => one.id === step.after))
  const due = sql`${base} + make_interval(days => ${step.days})`
  await joinAsWholes(scope)
  const { numAffectedRows } = await sql`
    insert into campaign_sends (org_id, campaign_id, step, member_id, variant, channel, due_at, at)
    select x.org_id, x.campaign_id, ${step.id}, x.member_id, ${variantOf(campaign, step)}, ${step.channel},
      ${step.channel === 'mail' ? allowed(campaign, due) : due}, ${scope.now}
    from campaign_members x join members m on m.org_id = x.org_id and m.id = x.member_id ${came}
    where x.org_id = ${scope.org} and x.campaign_id = ${id} and not exists (select from campaign_sends s
      where s.org_id = x.org_id and s.campaign_id = x.campaign_id and s.step = ${step.id} and s.member_id = x.member_id)
    on conflict do nothing`.execute(scope.db)
  if (step.if === 'interested' || step.if === 'later') await planAnswered(scope, campaign, step)
  return Number(numAffectedRows ?? 0)
}

/**
 * Puts off a step for those who gave the answer that it is for only now, so that it comes so many days after that: also where
 * its time had come before, and it was given to none who had not said so.
 */
async function planAnswered(
  scope: Scope,
  campaign: Running,
  { id: step, if: answer, ...of }: Step,
): Promise<void> {
  const due = sql`x.answered_at + make_interval(days => ${of.days})`
  await sql`
    update campaign_sends s set state = 'waiting', why = '', at = ${scope.now},
      due_at = ${of.channel === 'mail' ? allowed(campaign, due) : due}
    from campaign_members x join members m on m.org_id = x.org_id and m.id = x.member_id
    where s.org_id = ${scope.org} and s.campaign_id = ${campaign.id} and s.step = ${step}
      and (s.state = 'waiting' or (s.state = 'skipped' and s.why = 'answered'))
      and x.org_id = s.org_id and x.campaign_id = s.campaign_id and x.member_id = s.member_id
      and x.answer = ${answer} and s.due_at < ${due}`.execute(scope.db)
}

/** SQL: what a step follows, for the member `x` of a campaign, and since when: the step before, a post in a chat, or coming in. */
function before(step: Step | undefined) {
  if (!step) return { base: sql`x.entered_at`, came: sql`` }
  if (step.channel === 'chat')
    return {
      base: sql`greatest(p.at, x.entered_at)`,
      came: sql`join campaign_posts p on p.org_id = x.org_id and p.campaign_id = x.campaign_id and p.step = ${step.id}
        and p.state in ('sent', 'unsure', 'failed')`,
    }
  return {
    base: sql`p.at`,
    came: sql`join campaign_sends p on p.org_id = x.org_id and p.campaign_id = x.campaign_id and p.step = ${step.id}
      and p.member_id = x.member_id and p.state in ('sent', 'skipped', 'unsure', 'failed')`,
  }
}

/** SQL: the first moment from `at` on at which a mail may come to a member `m`. Posts in the feed wake nobody. */
export const allowed = ({ body: { quiet } }: Pick<Running, 'body'>, at: ReturnType<typeof sql>) =>
  sql`first_allowed(${at}, m.time_zone, ${quiet.from}::int, ${quiet.until}::int, ${quiet.weekends}::boolean)`

const variantOf = ({ id }: Running, { id: step, variants }: Step) =>
  sql`abs(hashtextextended(x.member_id::text || ${`${id} ${step}`}, 0) % ${variants.length}::bigint)::smallint`

/** Plans a step that is posted in a chat: once, when the first would come to it. */
export async function planPost(scope: Scope, { id, body }: Running, step: Step): Promise<void> {
  const days = sql`make_interval(days => ${step.days})`
  const due =
    step.after === null
      ? sql`select launched_at + ${days} from campaigns where org_id = ${scope.org} and id = ${id}`
      : sql`select min(at) + ${days} from (
          select at from campaign_sends where org_id = ${scope.org} and campaign_id = ${id} and step = ${step.after}
            and state in ('sent', 'skipped', 'unsure', 'failed')
          union all select at from campaign_posts where org_id = ${scope.org} and campaign_id = ${id} and step = ${step.after}
            and state in ('sent', 'unsure', 'failed')) before`
  const { quiet } = body
  await sql`
    insert into campaign_posts (org_id, campaign_id, step, channel_id, due_at, at)
    select ${scope.org}, ${id}, ${step.id}, ${step.chatId}, first_allowed(due.at, (select s.time_zone from recognition_settings s
      where s.org_id = ${scope.org}), ${quiet.from}::int, ${quiet.until}::int, ${quiet.weekends}::boolean), ${scope.now}
    from (${due}) as due(at) where due.at is not null
    on conflict do nothing`.execute(scope.db)
}
