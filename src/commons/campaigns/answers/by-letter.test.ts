import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { addressOf } from '#platform/http/call'
import { bodyOf, campaignOf, goOn, launched, step } from '#test/campaign.ts'
import { personWith } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openWorld } from '#test/world.ts'
import { getVolunteering } from '#volunteers/contract.ts'
import * as campaigns from '../campaign.contract.ts'
import * as report from '../report.contract.ts'
import * as settings from '../settings.contract.ts'
import * as taking from '../taking-part.contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

/** A campaign that has come to Mei by mail, and the seal of its links. */
async function mailed() {
  const org = await world.organization()
  const admin = await org.admin()
  const mei = await org.person('Mei Tanaka')
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  const sealed = office.mailTo(mei.email).match(/\/campaigns\/([^?\s"]+)\?answer=interested/)?.[1] ?? ''
  return { org, admin, mei, id, params: { sealed } }
}

test('the link of a mail answers without signing in, for whom it was sent to and nobody else', async () => {
  const { org, mei, id, params } = await mailed()
  expect(await stranger().does(taking.getCampaignLetter, { params })).toMatchObject({
    ...{ campaignId: id, reader: 'Mei Tanaka', subject: 'About why', answer: null },
    text: 'Hello Mei Tanaka, this is why.',
  })
  // Looking has answered nothing.
  expect(await org.countFacts('campaign.answered')).toBe(0)
  await stranger().does(taking.answerByLetter, { params, body: { answer: 'interested' } })
  expect(await org.facts('campaign.answered')).toMatchObject([
    { memberId: mei.id, byLink: true, step: 'why', variant: 0 },
  ])
  expect((await mei.does(getVolunteering)).items).toHaveLength(1)
})

test('a link with another member, campaign, step or organization in it is none', async () => {
  const { org, admin, id, params } = await mailed()
  const other = await mailed()
  const parts = params.sealed.split('.')
  const with_ = (place: number, value: string) =>
    parts.map((one, at) => (at === place ? value : one)).join('.')
  for (const forged of [
    with_(0, other.org.id),
    with_(1, (await org.person('Kofi Mensah')).id),
    with_(2, other.id),
    with_(3, 'other'),
    with_(4, '1'),
    with_(5, 'A'.repeat(43)),
    `${org.id}.${admin.id}.${id}.why.0.${parts[5]}`,
  ]) {
    const refusal = await stranger().isRefused(taking.answerByLetter, {
      ...{ params: { sealed: forged }, body: { answer: 'no' } },
    })
    expect([forged, refusal.status]).toEqual([forged, 404])
  }
  expect(await org.countFacts('campaign.answered')).toBe(0)
})

test('an opening is counted once, by a reader and by no program that looks ahead, and not at all where nobody wants it', async () => {
  const { org, admin, id, params } = await mailed()
  const open = (agent: string) =>
    world.cairn.app.request(addressOf(taking.openByLetter, { params }), {
      method: 'PUT',
      headers: {
        ...{
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'user-agent': agent,
        },
      },
      body: '{}',
    })
  const opened = async () =>
    (await admin.does(report.getCampaignReport, { params: { campaignId: id } })).steps[0]?.variants[0]?.opened
  for (const agent of [
    'Barracuda Sentinel',
    'Mozilla/5.0 (compatible; bingbot/2.0)',
    'curl/8.5',
    'HeadlessChrome/147',
  ]) {
    expect((await open(agent)).status).toBe(204)
    expect(await opened()).toBe(0)
  }
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'
  await open(firefox)
  await open(firefox)
  expect(await opened()).toBe(1)
  expect(await org.countFacts('campaign.opened')).toBe(1)
  const body = { capTimes: 2, capDays: 7, countsOpens: false, needsApproval: false }
  await admin.does(settings.setCampaignSettings, { body })
  expect(await opened()).toBeNull()
  expect(office.caught.join('')).not.toContain('<img')
})

test('who has left is answered for by nobody’s link', async () => {
  const { admin, mei, params } = await mailed()
  const { endMembership } = await import('#people/contract.ts')
  await admin.does(endMembership, { params: { memberId: mei.id } })
  expect((await stranger().isRefused(taking.getCampaignLetter, { params })).status).toBe(404)
})

test('a test mail goes to oneself alone, says that it is one, and counts nowhere', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  await org.person('Mei Tanaka')
  const { id } = await campaignOf(admin, org.root, bodyOf([step('why')]))
  const before = office.caught.length
  const params = { campaignId: id }
  expect(await admin.does(campaigns.testCampaign, { params, body: { step: 'why' } })).toEqual({
    to: admin.email,
  })
  await world.settle()
  expect(office.caught.slice(before)).toHaveLength(1)
  expect(office.mailTo(admin.email)).toContain('Subject: Test: About why')
  expect((await admin.does(report.getCampaignReport, { params })).members).toBe(0)
  const shown = await admin.does(campaigns.previewCampaign, { params, query: { step: 'why' } })
  expect(shown).toMatchObject({ subject: 'About why', text: 'Hello Ada Winter, this is why.', against: null })
  expect(shown.html).toContain('Hello Ada Winter, this is why.')
  // Nobody answers for somebody else with what is shown to them.
  const sealed = shown.html.match(/\/campaigns\/([^?"]+)\?answer=no/)?.[1] ?? ''
  expect(sealed.split('.')).toHaveLength(6)
  expect((await stranger().isRefused(taking.getCampaignLetter, { params: { sealed } })).status).toBe(404)
})

test('a step in a chat is posted once, to where the installation allows, and what it says of that is told', async () => {
  const posts: string[] = []
  let status = 200
  const chat = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      posts.push(text)
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/hooks/1`
  try {
    const org = await world.organization()
    const admin = await org.admin()
    const name = { name: 'Everybody', url: 'https://chat.example/hooks/1' }
    const { channels } = await admin.does(settings.addChatChannel, { body: name })
    const chatId = channels[0]?.id ?? ''
    expect(JSON.stringify(channels)).not.toContain('/hooks/')
    const said = [{ en: { subject: 'Who knows?', text: 'Somebody at {{organization}} does.' } }]
    const post = step('why', { channel: 'chat', chatId, variants: said })
    const posted = async (campaignId: string) =>
      (await admin.does(report.getCampaignReport, { params: { campaignId } })).steps[0]?.post
    // An address of the own network that nobody allowed is refused before anything is sent.
    await org.as(({ db }) => sql`update chat_channels set url = ${url} where id = ${chatId}`.execute(db))
    const near = await launched(admin, org.root, bodyOf([post]))
    await world.settle()
    expect(await posted(near.id)).toMatchObject({ state: 'failed', chat: 'Everybody' })
    expect(posts).toEqual([])

    const allowed = world.cairn.runtime.install.chatHosts as string[]
    allowed.push('127.0.0.1')
    status = 503
    const { id } = await launched(admin, org.root, bodyOf([post]))
    await world.settle()
    expect(await posted(id)).toMatchObject({ state: 'waiting', why: 'it answered 503' })
    status = 200
    world.pass({ minutes: 15 })
    await goOn(world, org.id)
    await goOn(world, org.id)
    expect(await posted(id)).toMatchObject({ state: 'sent' })
    expect(posts).toHaveLength(2)
    expect(JSON.parse(posts[1] ?? '').text).toBe(
      `Who knows?\n\nSomebody at Northwind Gauges does.\n\nhttp://cairn.test/calls/${id}`,
    )
    // A process died with a post in hand: nobody knows whether it arrived, and it is not posted again.
    status = 503
    const { id: lost } = await launched(admin, org.root, bodyOf([post]))
    await world.settle()
    await org.as(({ db }) =>
      db.updateTable('campaignPosts').set({ state: 'sending' }).where('campaignId', '=', lost).execute(),
    )
    status = 200
    const before = posts.length
    world.pass({ minutes: 16 })
    for (let time = 0; time < 2; time++) await goOn(world, org.id)
    expect([await posted(lost), posts.length]).toEqual([expect.objectContaining({ state: 'unsure' }), before])
  } finally {
    await new Promise((resolve) => chat.close(resolve))
  }
})
