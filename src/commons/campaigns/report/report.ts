import { sql } from 'kysely'
import { privacy } from '#leader'
import type { Scope } from '#platform/scope'
import type { Step } from '../language.ts'
import type { CampaignReport, StepReport, VariantReport } from '../report.contract.ts'
import { getCampaign } from '../rows.ts'
import { findCampaignSettings } from '../settings/settings.ts'
import { type Answered, firstOf, tellsRest } from './permitted.ts'
import { type Counted, countSends } from './sends.ts'
import { shareOf, verdictOn } from './statistics.ts'

interface Totals {
  members: number
  reached: number
  interested: number
  later: number
  no: number
  nominated: number
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

/** Whom a campaign reached and what they said, as far as it does not tell who said it. */
export async function getCampaignReport(scope: Scope, id: string): Promise<CampaignReport> {
  const { body, state } = await getCampaign(scope, id)
  const posted = sql<Post>`select p.step, p.state, p.why, p.at, c.name as chat from campaign_posts p
    join chat_channels c on c.org_id = p.org_id and c.id = p.channel_id
    where p.org_id = ${scope.org} and p.campaign_id = ${id}`.execute(scope.db)
  const [counted, totals, posts, { countsOpens }, fewest] = await Promise.all([
    countSends(scope, id),
    countTotals(scope, id),
    posted,
    findCampaignSettings(scope),
    privacy.readFewest(scope),
  ])
  const tells = (answered: Answered) => tellsRest(answered, fewest.told)
  const tellsAll = tells({ ...totals, got: totals.reached })
  const how = {
    ...{ countsOpens, isOver: state === 'ended' },
    // One that is not told would be what all the others leave over.
    tells: tellsAll && counted.every((row) => tells({ ...row, got: row.reached + row.unsure })),
  }
  const first = firstOf(body.steps)
  const steps = body.steps.map((step): StepReport => {
    const rows = step.variants.map((_, variant) =>
      counted.find((one) => one.step === step.id && one.variant === variant),
    )
    const { chat, state: became, why, at } = posts.rows.find((one) => one.step === step.id) ?? {}
    return {
      ...{ step: step.id, channel: step.channel, isFirst: step.id === first },
      variants: rows.map((row) => told(row, how)),
      post: chat && became && at ? { chat, state: became, why: why ?? '', at } : null,
      verdict: verdictOf(step, rows),
    }
  })
  const { later, no, ...rest } = totals
  return { ...rest, later: tellsAll ? later : null, no: tellsAll ? no : null, steps }
}

interface How {
  countsOpens: boolean
  isOver: boolean
  tells: boolean
}

function told(row: Counted | undefined, { countsOpens, isOver, tells }: How): VariantReport {
  const { waiting = 0, reached = 0, unsure = 0, failed = 0, opened = 0, interested = 0 } = row ?? {}
  const { answered = 0, left = 0, unwanted = 0, refused = 0, later = 0, no = 0 } = row ?? {}
  const ended = isOver ? waiting : 0
  return {
    ...{ waiting: waiting - ended, reached, unsure, failed },
    ...{ later: tells ? later : null, no: tells ? no : null },
    skipped: { answered: tells ? answered : null, left, unwanted, refused, ended },
    opened: countsOpens ? opened : null,
    interested: shareOf(interested, reached + unsure),
  }
}

function verdictOf({ calls, variants }: Step, rows: readonly (Counted | undefined)[]): StepReport['verdict'] {
  if (variants.length < 2 || !calls.includes('interested')) return null
  return verdictOn(
    rows.map((row) => {
      const { got, interested, waiting } = row?.judged ?? { got: 0, interested: 0, waiting: 0 }
      return { interested, settled: got, waiting }
    }),
  )
}
