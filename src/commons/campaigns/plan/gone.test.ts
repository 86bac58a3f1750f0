import { expect, test } from 'vitest'
import { archiveGroup } from '#people/group.contract.ts'
import { bodyOf, campaignOf, companyIn, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import * as campaigns from '../campaign.contract.ts'
import * as settings from '../settings.contract.ts'

const world = openWorld()

test('a draft that names a group or a chat that is gone is written on, says so, and is not launched before it is mended', async () => {
  const { org, admin } = await companyIn(world)
  const lab = await org.group('Lab')
  const chat = { name: 'Lab chat', url: 'https://chat.example/hooks/lab' }
  const { channels } = await admin.does(settings.addChatChannel, { body: chat })
  const chatId = channels[0]?.id ?? ''
  const says = { en: { subject: 'Hello', text: 'Who shares?' } }
  const steps = [
    step('why'),
    step('post', { after: 'why', channel: 'chat', chatId, variants: [says], calls: [] }),
  ]
  const audience = { groupIds: [lab], match: 'all' as const, conditions: [] }
  const { id, version, body } = await campaignOf(admin, org.root, bodyOf(steps, { audience }))
  const params = { campaignId: id }
  const lacks = async () =>
    (await admin.does(campaigns.getCampaign, { params })).lacks.map(({ code, step: of }) => [code, of])
  expect(await lacks()).toEqual([])
  await admin.does(archiveGroup, { params: { groupId: lab } })
  await admin.does(settings.removeChatChannel, { params: { channelId: chatId } })
  expect(await lacks()).toEqual([
    ['group-gone', null],
    ['chat-gone', 'post'],
  ])
  expect((await admin.isRefused(campaigns.launchCampaign, { params })).code).toBe('campaign.not-ready')
  const change = async (at: number, next: typeof body) =>
    admin.does(campaigns.changeCampaign, { params, body: { version: at, name: 'Written on', body: next } })
  const { version: second } = await change(version, body)
  expect(await lacks()).toHaveLength(2)
  const mended = { ...body, audience: { ...audience, groupIds: [] }, steps: [step('why')] }
  const { version: third } = await change(second, mended)
  expect(await lacks()).toEqual([])
  // What was taken out is not put in again.
  const again = { params, body: { version: third, name: 'Again', body } }
  expect((await admin.isRefused(campaigns.changeCampaign, again)).status).toBe(422)
  expect((await admin.does(campaigns.launchCampaign, { params })).state).toBe('running')
})
