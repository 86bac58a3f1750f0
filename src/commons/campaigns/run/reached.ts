import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import { purposeOf } from '../kinds.ts'
import type { CampaignBody } from '../language.ts'
import type { Claimed } from './claim.ts'
import type { Running } from './running.ts'

/** To whom a step was given, and in which of its texts. */
type Reached = Pick<Claimed, 'memberId' | 'step' | 'variant'>

const byText = (reached: readonly Reached[]): Reached[][] => [
  ...Map.groupBy(reached, ({ step, variant }) => `${step} ${variant}`).values(),
]
const idsOf = (people: readonly Reached[]) => people.map(({ memberId }) => memberId)

/** Writes down whom a post of the feed has reached, and what it says. */
export async function recordPosted(
  scope: Scope,
  { id: campaignId, groupId, name, sender, organization, group, body }: Running,
  reached: readonly Reached[],
): Promise<void> {
  for (const people of byText(reached)) {
    const [{ step: stepId, variant } = { step: '', variant: 0 }] = people
    const step = body.steps.find(({ id }) => id === stepId)
    if (!step) continue
    const { calls, link, variants } = step
    const words = variants[variant] ?? variants[0] ?? {}
    await record(scope, 'campaign.reached', {
      ...{ campaignId, step: stepId, variant, channel: 'feed', memberIds: idsOf(people) },
      ...purposeOf(body),
      post: { groupId, name, sender, organization, group, words, calls, link },
    })
  }
}

/** Writes down whom the mails of a campaign have reached of whom it was not told yet. */
export async function recordMailed(scope: Scope, campaignId: string, body: CampaignBody): Promise<void> {
  const { rows } = await sql<Reached>`
    update campaign_sends set is_untold = false
    where org_id = ${scope.org} and campaign_id = ${campaignId} and is_untold
    returning member_id, step, variant`.execute(scope.db)
  for (const people of byText(rows)) {
    const [{ step, variant } = { step: '', variant: 0 }] = people
    await record(scope, 'campaign.reached', {
      ...{ campaignId, step, variant, channel: 'mail', memberIds: idsOf(people) },
      ...purposeOf(body),
    })
  }
}

/** The same of all campaigns: what a process that was killed had not told. */
export async function recordAllMailed(scope: Scope): Promise<void> {
  const { rows } = await sql<{ id: string; body: CampaignBody }>`
    select c.id, c.body from campaigns c where c.org_id = ${scope.org} and exists (
      select from campaign_sends s where s.org_id = c.org_id and s.campaign_id = c.id and s.is_untold)`.execute(
    scope.db,
  )
  for (const { id, body } of rows) await recordMailed(scope, id, body)
}
