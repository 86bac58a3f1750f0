import { addChatChannel } from '#campaigns/settings.contract.ts'
import { seal } from '#letters'
import { bodyOf, campaignOf, launched, step } from './campaign.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

const secret = [{ en: { subject: 'A secret call', text: 'Hello {{name}}, a secret asks you.' } }]

/** A campaign that speaks to the people of a group through the feed, one that is written, and a chat. */
export async function campaignsIn(
  world: World,
  { org, admin, insider }: { org: Organization; admin: Person; insider: Person },
  groupId: string,
) {
  const post = bodyOf([step('why', { channel: 'feed', variants: secret })])
  const { id: campaignId } = await launched(admin, groupId, post, 'A secret campaign')
  await world.cairn.tasks.campaigns?.({ org: org.id })
  const draft = await campaignOf(
    admin,
    groupId,
    bodyOf([step('why', { variants: secret })]),
    'A secret draft',
  )
  const chat = { name: 'Secret chat', url: 'https://chat.example/hooks/secret' }
  const { channels } = await admin.does(addChatChannel, { body: chat })
  const key = await org.as(seal.secretOf)
  return {
    ...{ campaignId, draftId: draft.id, channelId: channels[0]?.id ?? '' },
    sealed: seal.sealed(key, org.id, insider.id, campaignId, 'why', '0'),
  }
}
