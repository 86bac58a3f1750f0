import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listRefusedAddresses } from '#letters/contract.ts'
import * as people from '#people/contract.ts'
import { bodyOf, goOn, launched, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import * as campaigns from '../campaign.contract.ts'
import * as report from '../report.contract.ts'

/**
 * A mail server of few words, which does to each mail what a test says: takes it, refuses its address, has no room, or takes
 * its words and hangs up before it says so.
 */
type Mood = 'takes' | 'refuses' | 'full' | 'hangs-up' | 'hangs-up-early'
let mood: (to: string) => Mood = () => 'takes'
const taken: string[] = []

function converse(socket: Socket): void {
  let to = ''
  let isData = false
  let rest = ''
  socket.write('220 here\r\n')
  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes) => {
    rest += bytes.toString('latin1')
    for (;;) {
      const end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      if (end === -1) return
      const line = rest.slice(0, end)
      rest = rest.slice(end + (isData ? 5 : 2))
      if (isData) {
        isData = false
        if (mood(to) === 'hangs-up') return void socket.destroy()
        taken.push(to)
        socket.write('250 taken\r\n')
      } else if (/^RCPT/i.test(line)) {
        to = line.match(/<([^>]*)>/)?.[1] ?? ''
        const is = mood(to)
        if (is === 'hangs-up-early') return void socket.destroy()
        socket.write(
          is === 'refuses' ? '550 5.1.1 nobody\r\n' : is === 'full' ? '452 4.2.2 full\r\n' : '250 yes\r\n',
        )
      } else if (/^DATA/i.test(line)) {
        isData = true
        socket.write('354 go on\r\n')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 yes\r\n')
    }
  })
}

const server: Server = createServer(converse)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const world = openWorld({ smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` })
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => void taken.splice(0))
afterEach(() => {
  mood = () => 'takes'
})

async function company(people: number) {
  const org = await world.organization()
  const admin = await org.admin()
  const members = []
  for (let number = 0; number < people; number++) members.push(await org.person(`Member ${number}`))
  const stepReport = async (id: string) => {
    const { steps } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
    return steps[0]?.variants[0]
  }
  return { org, admin, members, stepReport }
}

test('an address that is refused is skipped, told, and written to no more', async () => {
  const { org, admin, members, stepReport } = await company(3)
  mood = (to) => (to === members[0]?.email ? 'refuses' : 'takes')
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  expect(await stepReport(id)).toMatchObject({ reached: 3, skipped: { refused: 1 } })
  expect((await admin.does(listRefusedAddresses)).items.map(({ email }) => email)).toEqual([
    members[0]?.email,
  ])
})

test('a server that has no room gets a mail later, after ever longer, and is given up at last', async () => {
  const { org, admin, members, stepReport } = await company(1)
  mood = (to) => (to === members[0]?.email ? 'full' : 'takes')
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  expect(await stepReport(id)).toMatchObject({ reached: 1, waiting: 1 })
  world.pass({ minutes: 3 })
  await goOn(world, org.id)
  expect(await stepReport(id)).toMatchObject({ waiting: 1, failed: 0 })
  for (let day = 0; day < 8; day++) {
    world.pass({ days: 1 })
    await goOn(world, org.id)
  }
  expect(await stepReport(id)).toMatchObject({ reached: 1, waiting: 0, failed: 1 })
})

test('who hangs up before a mail has begun gets it later; after its words were on their way nobody sends it again', async () => {
  const { org, admin, members, stepReport } = await company(2)
  const [early, late] = members
  mood = (to) => (to === early?.email ? 'hangs-up-early' : to === late?.email ? 'hangs-up' : 'takes')
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  expect(await stepReport(id)).toMatchObject({ reached: 1, waiting: 1, unsure: 1 })
  mood = () => 'takes'
  world.pass({ hours: 1 })
  await goOn(world, org.id)
  expect(await stepReport(id)).toMatchObject({ reached: 2, waiting: 0, unsure: 1 })
  expect(taken.filter((to) => to === late?.email)).toEqual([])
  const unsure = await admin.does(report.listCampaignPeople, {
    params: { campaignId: id },
    query: { who: 'unsure' },
  })
  expect(unsure.items.map(({ name }) => name)).toEqual([late?.name])
})

test('a mail that cannot be written keeps no other from leaving, and comes once it can be', async () => {
  const { org, admin, members, stepReport } = await company(3)
  const [first] = members
  await first?.does(people.changeMember, { params: { memberId: first.id }, body: { locale: 'fr' } })
  const { catalog } = world.cairn.runtime.install
  const really = catalog.text.bind(catalog)
  const broken = vi.spyOn(catalog, 'text').mockImplementation((locale, key, values) => {
    if (locale === 'fr' && key === 'letters.foot.campaigns') throw new Error('No words for it.')
    return really(locale, key, values)
  })
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  expect(await stepReport(id)).toMatchObject({ reached: 3, waiting: 1 })
  const put = `select why from campaign_sends where campaign_id = $1 and state = 'waiting'`
  expect(await world.stored(org.id, put, id)).toEqual([{ why: 'No words for it.' }])
  broken.mockRestore()
  world.pass({ hours: 1 })
  await goOn(world, org.id)
  expect(await stepReport(id)).toMatchObject({ reached: 4, waiting: 0 })
})

test('a server that takes nothing is left alone: only the first mails have tried it', async () => {
  const { org, admin } = await company(60)
  mood = () => 'full'
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  const tried = await world.stored<{ tries: number }>(
    org.id,
    'select tries from campaign_sends where campaign_id = $1',
    id,
  )
  expect(tried.filter(({ tries }) => tries > 0)).toHaveLength(20)
  mood = () => 'takes'
  world.pass({ minutes: 10 })
  await goOn(world, org.id)
  expect(new Set(taken).size).toBe(61)
  expect(taken).toHaveLength(61)
})

test('what a process had in hand that died is told as unsure after a while, and the rest goes on', async () => {
  const { org, admin, members, stepReport } = await company(4)
  mood = () => 'full'
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  mood = () => 'takes'
  // As a process leaves it that dies between the first word to the server and the end of its transaction.
  await org.as(({ db }) =>
    db
      .updateTable('campaignSends')
      .set({ state: 'sending' })
      .where('orgId', '=', org.id)
      .where('memberId', '=', members[0]?.id ?? '')
      .execute(),
  )
  world.pass({ minutes: 10 })
  await goOn(world, org.id)
  expect(await stepReport(id)).toMatchObject({ reached: 4, unsure: 0 })
  world.pass({ minutes: 10 })
  await goOn(world, org.id)
  expect(await stepReport(id)).toMatchObject({ reached: 4, unsure: 1, waiting: 0 })
  expect(taken).not.toContain(members[0]?.email)
})

test('what a process had not told that died, of mails that had come to people, is told by the next one once', async () => {
  const { org, admin, members } = await company(30)
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  const told = () =>
    org.as(({ db }) =>
      db.selectFrom('facts').select('data').where('type', '=', 'campaign.reached').orderBy('id').execute(),
    )
  // Twenty and eleven, in one fact: of all it is told together.
  expect((await told()).map(({ data }) => (data as { memberIds: string[] }).memberIds.length)).toEqual([31])
  // As a process leaves it that dies between two turns.
  await org.as(({ db }) =>
    db
      .updateTable('campaignSends')
      .set({ isUntold: true })
      .where('orgId', '=', org.id)
      .where('memberId', '=', members[0]?.id ?? '')
      .execute(),
  )
  await admin.does(campaigns.pauseCampaign, { params: { campaignId: id } })
  await goOn(world, org.id)
  await goOn(world, org.id)
  const again = (await told()).slice(1).map(({ data }) => data)
  expect(again).toMatchObject([{ campaignId: id, step: 'why', channel: 'mail', memberIds: [members[0]?.id] }])
})
