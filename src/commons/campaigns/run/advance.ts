import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Step } from '../language.ts'
import { wayTo } from '../plan/lacks.ts'
import { findCampaignSettings } from '../settings/settings.ts'
import { askForCampaigns, askForMails } from './ask.ts'
import { claim } from './claim.ts'
import { enter, planPost, planStep } from './plan.ts'
import { recordPosted } from './reached.ts'
import { findRunning, type InUnit, type Running } from './running.ts'

/** So many get a post of the feed in one transaction. */
const batch = 500
const lookAgainAfter = 15 * 60_000
/** What was being handed to a mail server so long ago is in nobody's hands any more. */
const lostAfter = 15 * 60_000

/**
 * Brings the campaigns of an organization on: ends those whose time is over, takes in who has come into their audience,
 * plans the steps that people have come to, and posts what is due in the feed. Every part of it may be tried again.
 */
export async function advance(inUnit: InUnit): Promise<void> {
  await inUnit(endOver)
  await inUnit(giveUpLost)
  const running = await inUnit((scope) => findRunning(scope))
  for (const campaign of running) {
    await inUnit((scope) => enter(scope, campaign))
    for (const step of inTurn(campaign)) {
      await inUnit((scope) => planned(scope, campaign, step))
      if (step.channel === 'feed') while ((await inUnit((scope) => postInFeed(scope, campaign))) > 0);
    }
  }
  if (running.length > 0) await inUnit(comeBack)
}

/** The steps of a campaign, each behind the one that it follows. */
const inTurn = ({ body: { steps } }: Running): Step[] =>
  [...steps].sort(
    (a, b) => depth(a, steps) - depth(b, steps) || (wayTo(a, steps) ?? 0) - (wayTo(b, steps) ?? 0),
  )

function depth({ after }: Step, steps: readonly Step[], from = 0): number {
  const before = steps.find(({ id }) => id === after)
  return before && from < steps.length ? depth(before, steps, from + 1) : from
}

async function planned(scope: Scope, campaign: Running, step: Step): Promise<void> {
  if (step.channel === 'chat') await planPost(scope, campaign, step)
  else await planStep(scope, campaign, step)
}

async function endOver(scope: Scope): Promise<void> {
  const { rows } = await sql<{ id: string; groupId: string; name: string }>`
    update campaigns set state = 'ended', state_by = null, state_at = ${scope.now}, state_words = ''
    where org_id = ${scope.org} and state = 'running' and ends_at <= ${scope.now}
    returning id, group_id, name`.execute(scope.db)
  for (const { id, groupId, name } of rows)
    await record(scope, 'campaign.ended', { campaignId: id, groupId, name, isByItself: true })
  if (rows.length > 0) tell(scope, { topics: ['campaigns'] })
}

/** A process died with these in hand: nobody knows whether they arrived. */
export async function giveUpLost({ db, org, now }: Scope): Promise<void> {
  const since = new Date(now.getTime() - lostAfter)
  await sql`update campaign_sends set state = 'unsure', why = 'interrupted', at = ${now}
    where org_id = ${org} and state = 'sending' and at < ${since}`.execute(db)
  await sql`update campaign_posts set state = 'unsure', why = 'interrupted', at = ${now}
    where org_id = ${org} and state = 'sending' and at < ${since}`.execute(db)
}

/** Posts in the feed what is due, for some people at a time; answers how many were looked at. */
async function postInFeed(scope: Scope, { id }: Running): Promise<number> {
  // Paused or ended meanwhile, it says nothing more.
  const [campaign] = await findRunning(scope, id)
  if (!campaign) return 0
  const { capTimes, capDays } = await findCampaignSettings(scope)
  const { claimed, seen } = await claim(scope, campaign, { channel: 'feed', most: batch, capTimes, capDays })
  await recordPosted(scope, campaign, claimed)
  return seen
}

/** Has mails that are due sent now, those to come when they are, and looks again in a while at who has come in. */
async function comeBack(scope: Scope): Promise<void> {
  const { rows } = await sql<{ at: Date | string | null }>`
    select min(s.due_at) as at from campaign_sends s join campaigns c on c.org_id = s.org_id and c.id = s.campaign_id
    where s.org_id = ${scope.org} and s.channel = 'mail' and s.state = 'waiting' and c.state = 'running'`.execute(
    scope.db,
  )
  const at = rows[0]?.at
  if (at) {
    const due = new Date(at)
    askForMails(scope, due > scope.now ? due : undefined)
  }
  askForCampaigns(scope, new Date(scope.now.getTime() + lookAgainAfter))
}
