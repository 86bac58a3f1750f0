import type { z } from 'zod'
import * as campaigns from '#campaigns/campaign.contract.ts'
import type { CampaignBody, Step } from '#campaigns/language.ts'
import type { Person } from './organization.ts'
import type { World } from './world.ts'

type Shown = z.output<(typeof campaigns.makeCampaign)['returns']>

/** A step of a test: a mail in English at once, unless it says otherwise. */
export const step = (id: string, more: Partial<Step> = {}): Step => ({
  ...{ id, after: null, days: 0, if: 'everyone', channel: 'mail', chatId: null, link: null },
  calls: ['interested', 'nominate', 'later', 'no'],
  variants: [{ en: { subject: `About ${id}`, text: `Hello {{name}}, this is ${id}.` } }],
  ...more,
})

/** No quiet hours: a test says them itself. */
export const bodyOf = (steps: Step[], more: Partial<CampaignBody> = {}): CampaignBody => ({
  audience: { groupIds: [], match: 'all', conditions: [] },
  quiet: { from: 0, until: 0, weekends: false },
  days: 60,
  steps,
  ...more,
})

/** A campaign with this body, not launched. */
export async function campaignOf(
  admin: Person,
  groupId: string,
  body: CampaignBody,
  name = 'Call for leaders',
): Promise<Shown> {
  const { id, version } = await admin.does(campaigns.makeCampaign, { body: { name, groupId } })
  return admin.does(campaigns.changeCampaign, { params: { campaignId: id }, body: { version, name, body } })
}

/** The same, launched. */
export async function launched(
  admin: Person,
  groupId: string,
  body: CampaignBody,
  name?: string,
): Promise<Shown> {
  const { id } = await campaignOf(admin, groupId, body, name)
  return admin.does(campaigns.launchCampaign, { params: { campaignId: id } })
}

/** Does what is due in the campaigns of an organization at the world’s moment, as its jobs do when their time has come. */
export async function goOn(world: World, org: string): Promise<void> {
  for (const task of ['campaigns', 'campaign-mails', 'campaigns']) await world.cairn.tasks[task]?.({ org })
  await world.settle()
}

/** An organization with its administrator, a leader and somebody who learns. */
export async function companyIn(world: World) {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
  return { org, admin, dana, mei }
}
