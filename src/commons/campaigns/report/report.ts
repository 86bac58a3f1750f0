import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { Step } from '../language.ts'
import type { CampaignReport, StepReport, VariantReport } from '../report.contract.ts'
import { getCampaign } from '../rows.ts'
import { findCampaignSettings } from '../settings/settings.ts'
import { shareOf, verdictOn } from './statistics.ts'

/** Who has not answered after so many days has had the time. */
const daysToAnswer = 7

interface Counted {
  step: string
  variant: number
  waiting: number
  reached: number
  unsure: number
  failed: number
  answered: number
  left: number
  unwanted: number
  refused: number
  opened: number
  interested: number
  later: number
  no: number
  thinking: number
}

interface Totals {
  members: number
  reached: number
  interested: number
  later: number
  no: number
  nominated: number
}

const got = sql`s.state in ('sent', 'unsure')`
/** SQL: the member `x` answered with this send `s` in hand. */
export const here = sql`x.answered_step = s.step and coalesce(x.answered_variant, s.variant) = s.variant`

async function countSends({ db, org, now }: Scope, id: string): Promise<Counted[]> {
  const since = new Date(now.getTime() - daysToAnswer * 86_400_000)
  const { rows } = await sql<Counted>`
    select s.step, s.variant, count(*) filter (where s.state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where s.state = 'sent')::int as reached,
      count(*) filter (where s.state = 'unsure')::int as unsure, count(*) filter (where s.state = 'failed')::int as failed,
      count(*) filter (where s.state = 'skipped' and s.why = 'answered')::int as answered,
      count(*) filter (where s.state = 'skipped' and s.why in ('left', 'left-audience'))::int as left,
      count(*) filter (where s.state = 'skipped' and s.why = 'unwanted')::int as unwanted,
      count(*) filter (where s.state = 'skipped' and s.why = 'refused-address')::int as refused,
      count(s.opened_at)::int as opened,
      count(*) filter (where ${got} and ${here} and x.answer = 'interested')::int as interested,
      count(*) filter (where ${got} and ${here} and x.answer = 'later')::int as later,
      count(*) filter (where ${got} and ${here} and x.answer = 'no')::int as no,
      count(*) filter (where ${got} and x.answer is null and s.at > ${since})::int as thinking
    from campaign_sends s join campaign_members x on x.org_id = s.org_id and x.campaign_id = s.campaign_id
      and x.member_id = s.member_id
    where s.org_id = ${org} and s.campaign_id = ${id} group by s.step, s.variant`.execute(db)
  return rows
}

async function countTotals({ db, org }: Scope, id: string): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*)::int as members, count(*) filter (where x.answer = 'interested')::int as interested,
      count(*) filter (where x.answer = 'later')::int as later, count(*) filter (where x.answer = 'no')::int as no,
      (select count(distinct s.member_id)::int from campaign_sends s where s.org_id = ${org} and s.campaign_id = ${id}
        and s.state = 'sent') as reached,
      (select count(distinct f.data ->> 'memberId')::int from facts f where f.org_id = ${org}
        and f.type = 'campaign.nominated' and f.data ->> 'campaignId' = ${id}) as nominated
    from campaign_members x where x.org_id = ${org} and x.campaign_id = ${id}`.execute(db)
  return rows[0] ?? { members: 0, reached: 0, interested: 0, later: 0, no: 0, nominated: 0 }
}

interface Post {
  step: string
  state: string
  why: string
  at: string
  chat: string
}

/** Whom a campaign reached and what they said. */
export async function getCampaignReport(scope: Scope, id: string): Promise<CampaignReport> {
  const { body } = await getCampaign(scope, id)
  const posted = sql<Post>`select p.step, p.state, p.why, p.at, c.name as chat from campaign_posts p
    join chat_channels c on c.org_id = p.org_id and c.id = p.channel_id
    where p.org_id = ${scope.org} and p.campaign_id = ${id}`.execute(scope.db)
  const [counted, totals, posts, { countsOpens }] = await Promise.all([
    countSends(scope, id),
    countTotals(scope, id),
    posted,
    findCampaignSettings(scope),
  ])
  const steps = body.steps.map((step): StepReport => {
    const rows = step.variants.map((_, variant) =>
      counted.find((one) => one.step === step.id && one.variant === variant),
    )
    const { chat, state, why, at } = posts.rows.find((one) => one.step === step.id) ?? {}
    return {
      ...{ step: step.id, channel: step.channel, variants: rows.map((row) => told(row, countsOpens)) },
      post: chat && state && at ? { chat, state, why: why ?? '', at } : null,
      verdict: verdictOf(step, rows),
    }
  })
  return { ...totals, steps }
}

function told(row: Counted | undefined, countsOpens: boolean): VariantReport {
  const {
    waiting = 0,
    reached = 0,
    unsure = 0,
    failed = 0,
    opened = 0,
    later = 0,
    no = 0,
    interested = 0,
  } = row ?? {}
  const { answered = 0, left = 0, unwanted = 0, refused = 0 } = row ?? {}
  return {
    ...{ waiting, reached, unsure, failed, later, no },
    skipped: { answered, left, unwanted, refused },
    opened: countsOpens ? opened : null,
    interested: shareOf(interested, reached + unsure),
  }
}

function verdictOf({ calls, variants }: Step, rows: readonly (Counted | undefined)[]): StepReport['verdict'] {
  if (variants.length < 2 || !calls.includes('interested')) return null
  return verdictOn(
    rows.map((row) => {
      const { interested = 0, reached = 0, unsure = 0, thinking = 0, waiting = 0 } = row ?? {}
      return { interested, settled: reached + unsure - thinking, waiting: waiting + thinking }
    }),
  )
}
