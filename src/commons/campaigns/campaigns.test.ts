import { describe, expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { bodyOf, campaignOf, goOn, launched, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import { getVolunteering } from '#volunteers/contract.ts'
import * as campaigns from './campaign.contract.ts'
import type { Audience } from './language.ts'
import { listReadyCampaigns } from './ready.contract.ts'
import * as settings from './settings.contract.ts'
import { answerCampaign, getCampaignCall } from './taking-part.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [bo, mei] = [await org.person('Bo Second', 'admin'), await org.person('Mei Tanaka')]
  return { org, admin, bo, mei }
}
const at = (campaignId: string) => ({ params: { campaignId } })
const feedOf = async (who: { does: Awaited<ReturnType<typeof company>>['mei']['does'] }) =>
  (await who.does(getFeed, { query: { only: 'personal' } })).items

describe('making one', () => {
  test('begins with one that is ready, is made one’s own, and is kept for the next time', async () => {
    const { org, admin } = await company()
    const body = { name: 'Our call', groupId: org.root, from: { is: 'ready', key: 'leaders' } } as const
    const made = await admin.does(campaigns.makeCampaign, { body })
    expect(made).toMatchObject({ state: 'draft', name: 'Our call', version: 1 })
    expect(made.body.steps.length).toBeGreaterThan(2)
    expect(made.lacks).toEqual([])
    await admin.does(campaigns.keepAsReady, at(made.id))
    const { items } = await admin.does(listReadyCampaigns)
    expect(items[0]).toMatchObject({ key: made.id, isOwn: true, name: 'Our call' })
    expect(items.filter(({ isOwn }) => !isOwn)).toHaveLength(6)
    const again = {
      name: 'Once more',
      groupId: org.root,
      from: { is: 'campaign', campaignId: made.id },
    } as const
    expect((await admin.does(campaigns.makeCampaign, { body: again })).body).toEqual(made.body)
    const gone = { ...body, from: { is: 'ready', key: 'no-such' } } as const
    expect((await admin.isRefused(campaigns.makeCampaign, { body: gone })).code).toBe(
      'ready-campaign.not-found',
    )
  })

  test('of two who change it at once the second hears of the first, and the same again changes nothing', async () => {
    const { org, admin, bo } = await company()
    const { id, version, body } = await campaignOf(admin, org.root, bodyOf([step('why')]))
    const change = (name: string) => ({ ...at(id), body: { version, name, body } }) as const
    const kept = await admin.does(campaigns.changeCampaign, change('First'))
    expect(kept.version).toBe(version + 1)
    const refusal = await bo.isRefused(campaigns.changeCampaign, change('Second'))
    expect([refusal.status, refusal.code]).toEqual([409, 'campaign.changed-elsewhere'])
    const same = { ...at(id), body: { version: kept.version, name: 'First', body } }
    expect((await bo.does(campaigns.changeCampaign, same)).version).toBe(kept.version)
    expect(await org.countFacts('campaign.changed')).toBe(2)
  })

  test('names no group outside its own, no chat and no campaign that is not there', async () => {
    const { org, admin } = await company()
    const [team, other] = [await org.group('Assembly'), await org.group('Sales')]
    const { id, version } = await campaignOf(admin, team, bodyOf([step('why')]))
    const wrong = async (part: Partial<Audience>, steps = [step('why')]) => {
      const audience = { groupIds: [], match: 'all' as const, conditions: [], ...part }
      const body = { version, name: 'One', body: bodyOf(steps, { audience }) }
      return (await admin.isRefused(campaigns.changeCampaign, { ...at(id), body })).faults?.[0]
    }
    const nowhere = crypto.randomUUID()
    expect(await wrong({ groupIds: [other] })).toMatchObject({ code: 'group.not-found' })
    const answered = { is: 'answered', campaignId: nowhere, answer: 'later', not: false } as const
    expect(await wrong({ conditions: [answered] })).toMatchObject({ code: 'campaign.not-found' })
    expect(await wrong({}, [step('why', { channel: 'chat', chatId: nowhere })])).toMatchObject({
      code: 'chat-channel.not-found',
    })
  })

  test('is only for who administers the group, and others do not learn that it exists', async () => {
    const { org, admin, mei } = await company()
    const [team, other] = [await org.group('Assembly'), await org.group('Sales')]
    const { id } = await campaignOf(admin, team, bodyOf([step('why')]))
    const [lead, outsider] = [
      await org.person('Lena', 'admin', team),
      await org.person('Otto', 'admin', other),
    ]
    expect((await lead.does(campaigns.getCampaign, at(id))).id).toBe(id)
    expect((await outsider.isRefused(campaigns.getCampaign, at(id))).status).toBe(404)
    expect((await mei.isRefused(campaigns.getCampaign, at(id))).status).toBe(403)
    const body = { name: 'For all', groupId: org.root } as const
    expect((await lead.isRefused(campaigns.makeCampaign, { body })).code).toBe('campaigns.not-yours')
  })
})

describe('launching', () => {
  test('is refused while something is lacking, and once only', async () => {
    const { org, admin } = await company()
    const loop = bodyOf([step('why'), step('a', { after: 'b' }), step('b', { after: 'a' })])
    const broken = await campaignOf(admin, org.root, loop)
    expect(broken.lacks.map(({ code }) => code)).toEqual(['loop', 'loop'])
    expect((await admin.isRefused(campaigns.launchCampaign, at(broken.id))).code).toBe('campaign.not-ready')
    const { id } = await launched(admin, org.root, bodyOf([step('why', { channel: 'feed' })]))
    expect((await admin.isRefused(campaigns.launchCampaign, at(id))).code).toBe('campaign.runs-already')
    expect((await admin.isRefused(campaigns.archiveCampaign, at(id))).code).toBe('campaign.runs-already')
  })

  test('needs somebody else where the organization says so; they are told, send it back with words, or agree', async () => {
    const { org, admin, bo, mei } = await company()
    const terms = { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: true }
    await admin.does(settings.setCampaignSettings, { body: terms })
    const { id } = await campaignOf(admin, org.root, bodyOf([step('why', { channel: 'feed' })]))
    expect((await admin.isRefused(campaigns.launchCampaign, at(id))).code).toBe('campaign.ask-first')
    await admin.does(campaigns.askForLaunch, at(id))
    expect((await admin.isRefused(campaigns.launchCampaign, at(id))).code).toBe('campaign.own')
    await world.settle()
    expect((await feedOf(bo)).map(({ kind }) => kind)).toContain('campaign.asked')
    expect((await bo.isRefused(campaigns.sendCampaignBack, { ...at(id), body: { words: '' } })).code).toBe(
      'campaign.say-why',
    )
    await bo.does(campaigns.sendCampaignBack, { ...at(id), body: { words: 'Say who pays the hours.' } })
    const back = await admin.does(campaigns.getCampaign, at(id))
    expect(back).toMatchObject({ state: 'draft', turned: { words: 'Say who pays the hours.' } })
    await admin.does(campaigns.askForLaunch, at(id))
    await bo.does(campaigns.launchCampaign, at(id))
    await world.settle()
    expect((await feedOf(mei)).map(({ kind }) => kind)).toContain('campaign.reached')
    expect((await feedOf(admin)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['campaign.sent-back', 'campaign.launched']),
    )
  })

  test('where somebody else has to agree, whoever mends the words of a paused one does not let it go on', async () => {
    const { org, admin, bo } = await company()
    const terms = { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: true }
    await admin.does(settings.setCampaignSettings, { body: terms })
    const { id, version } = await campaignOf(admin, org.root, bodyOf([step('why', { channel: 'feed' })]))
    await admin.does(campaigns.askForLaunch, at(id))
    await bo.does(campaigns.launchCampaign, at(id))
    await admin.does(campaigns.pauseCampaign, at(id))
    // As it was agreed on, it goes on by anybody’s hand.
    await admin.does(campaigns.resumeCampaign, at(id))
    await admin.does(campaigns.pauseCampaign, at(id))
    const other = [{ en: { subject: 'Another call', text: 'Something nobody has agreed on.' } }]
    const body = bodyOf([step('why', { channel: 'feed', variants: other })])
    const change = { ...at(id), body: { version, name: 'Call for leaders', body } }
    await admin.does(campaigns.changeCampaign, change)
    expect((await admin.isRefused(campaigns.resumeCampaign, at(id))).code).toBe('campaign.own-words')
    expect((await bo.does(campaigns.resumeCampaign, at(id))).state).toBe('running')
    await admin.does(campaigns.pauseCampaign, at(id))
    expect((await admin.does(campaigns.resumeCampaign, at(id))).state).toBe('running')
  })

  test('nobody can be asked where one administers alone', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const { id } = await campaignOf(admin, org.root, bodyOf([step('why')]))
    expect((await admin.isRefused(campaigns.askForLaunch, at(id))).code).toBe('campaign.nobody-else')
  })

  test('while it is paused its words may be mended, and nothing else; who comes later reads the new ones', async () => {
    const { org, admin } = await company()
    const { id, version, body } = await launched(admin, org.root, bodyOf([step('why', { channel: 'feed' })]))
    await world.settle()
    const change = (next: typeof body) => ({
      ...at(id),
      body: { version, name: 'Call for leaders', body: next },
    })
    expect((await admin.isRefused(campaigns.changeCampaign, change(body))).code).toBe('campaign.runs-already')
    await admin.does(campaigns.pauseCampaign, at(id))
    const later = { ...body, steps: body.steps.map((one) => ({ ...one, days: 3 })) }
    expect((await admin.isRefused(campaigns.changeCampaign, change(later))).code).toBe('campaign.plan-stands')
    const words = (text: string) =>
      bodyOf([step('why', { channel: 'feed', variants: [{ en: { subject: 'S', text } }] })])
    expect((await admin.isRefused(campaigns.changeCampaign, change(words('{{salary}}')))).code).toBe(
      'campaign.not-ready',
    )
    await admin.does(campaigns.changeCampaign, change(words('Mended for {{name}}')))
    await admin.does(campaigns.resumeCampaign, at(id))
    const kofi = await org.person('Kofi Mensah')
    world.pass({ days: 2 })
    await goOn(world, org.id)
    expect(JSON.stringify((await feedOf(kofi))[0]?.data.words)).toContain('Mended for {{name}}')
  })
})

describe('what people answer', () => {
  test('in the feed makes a volunteer of who is interested; the last word counts', async () => {
    const { org, admin, mei } = await company()
    const { id } = await launched(admin, org.root, bodyOf([step('why', { channel: 'feed' })]))
    await world.settle()
    expect(await mei.does(getCampaignCall, at(id))).toMatchObject({ subject: 'About why', answer: null })
    await mei.does(answerCampaign, { ...at(id), body: { answer: 'later', step: 'why', variant: 0 } })
    await mei.does(answerCampaign, { ...at(id), body: { answer: 'interested', step: 'why', variant: 0 } })
    await mei.does(answerCampaign, { ...at(id), body: { answer: 'interested', step: 'why', variant: 0 } })
    expect((await mei.does(getVolunteering)).items).toHaveLength(1)
    expect(await org.facts('campaign.answered')).toMatchObject([
      { answer: 'later', byLink: false, step: 'why' },
      { answer: 'interested', byLink: false, step: 'why' },
    ])
    expect(await org.facts('volunteer.came')).toMatchObject([{ campaignId: id, memberId: mei.id }])
    // Who thinks better of it is no volunteer any more, and may be one again.
    await mei.does(answerCampaign, { ...at(id), body: { answer: 'no', step: 'why', variant: 0 } })
    expect((await mei.does(getVolunteering)).items).toHaveLength(0)
    await mei.does(answerCampaign, { ...at(id), body: { answer: 'interested', step: 'why', variant: 0 } })
    expect((await mei.does(getVolunteering)).items).toHaveLength(1)
    const stranger = await org.person('Sam New')
    expect((await stranger.isRefused(getCampaignCall, at(id))).status).toBe(404)
  })
})
