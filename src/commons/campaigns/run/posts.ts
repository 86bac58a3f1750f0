import { sql } from 'kysely'
import { linkTo, paths } from '#paths'
import { type Posted, postJson } from '#platform/post-json'
import type { Installation, Scope } from '#platform/scope'
import { record } from '#record'
import type { Step } from '../language.ts'
import { further } from '../links.ts'
import { render } from '../words/render.ts'
import { findRunning, type InUnit, type Running } from './running.ts'

interface Due {
  campaignId: string
  step: string
  channelId: string
  url: string
  locale: string
}

const mostTries = 5

/** Posts in chats what is due: each once. It is marked before it is posted, so that nobody posts it again who does not know. */
export async function postInChats(inUnit: InUnit, { publicUrl, chatHosts }: Installation): Promise<void> {
  for (const due of await inUnit(take)) {
    const [campaign] = await inUnit((scope) => findRunning(scope, due.campaignId))
    const step = campaign?.body.steps.find(({ id }) => id === due.step)
    const posted: Posted =
      !campaign || !step
        ? { is: 'later', why: 'paused' }
        : campaign.isDemo
          ? { is: 'taken' }
          : await postJson(due.url, { text: textOf(campaign, step, due.locale, publicUrl) }, chatHosts)
    await inUnit((scope) => settle(scope, due, posted))
  }
}

/** What a chat is told: the words, and where to go from there. Most chats take it as `text` in JSON. */
export function textOf(campaign: Running, step: Step, locale: string, publicUrl: string): string {
  const { subject, text } = render(step, 0, { locale, topic: null }, campaign)
  const page = step.calls.length > 0 ? linkTo(paths.campaignCall, { campaignId: campaign.id }) : null
  const link = page ?? (step.link ? further[step.link] : null)
  return [subject, text, ...(link ? [`${publicUrl}${link}`] : [])].filter(Boolean).join('\n\n')
}

async function take({ db, org, now }: Scope): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update campaign_posts p set state = 'sending', at = ${now}
    from chat_channels c, organizations o, campaigns k
    where p.org_id = ${org} and p.state = 'waiting' and p.due_at <= ${now}
      and c.org_id = p.org_id and c.id = p.channel_id and o.org_id = p.org_id
      and k.org_id = p.org_id and k.id = p.campaign_id and k.state = 'running'
    returning p.campaign_id, p.step, p.channel_id, c.url, o.locale`.execute(db)
  return rows
}

async function settle(scope: Scope, { campaignId, step, channelId }: Due, posted: Posted): Promise<void> {
  const why = 'why' in posted ? posted.why.slice(0, 300) : ''
  const state = { taken: 'sent', refused: 'failed', later: 'waiting', unsure: 'unsure' }[posted.is]
  await sql`
    update campaign_posts p set at = ${scope.now}, why = ${why}, tries = p.tries + 1,
      state = case when ${state} = 'waiting' and p.tries + 1 >= ${mostTries} then 'failed' else ${state} end,
      due_at = case when ${state} = 'waiting' then ${new Date(scope.now.getTime() + 10 * 60_000)}::timestamptz else p.due_at end
    where p.org_id = ${scope.org} and p.campaign_id = ${campaignId} and p.step = ${step}`.execute(scope.db)
  if (posted.is === 'taken') await record(scope, 'campaign.posted', { campaignId, step, channelId })
}
