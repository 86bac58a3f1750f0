import { afterAll, expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import { calendarMails } from '#test/calendar-mails.ts'
import { hour } from '#test/community.ts'
import type { Person } from '#test/organization.ts'
import { send } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openWorld } from '#test/world.ts'
import * as hours from '../hour.contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const zone = { timeZone: 'Europe/Paris' }
const at = (hourId: string) => ({ params: { hourId } })
const join = (who: Person, id: string) => who.does(hours.joinOfficeHour, { ...at(id), body: zone })
const inDays = (days: number) => new Date(world.now().getTime() + days * 86_400_000).toISOString()

async function leaders() {
  const org = await world.organization()
  const [dana, kofi, olga, pia] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Kofi Mensah', 'leader'),
    await org.person('Olga Brandt', 'leader'),
    await org.person('Pia Peer', 'leader'),
  ]
  const offer = async (more: object = {}) =>
    (
      await dana.does(hours.offerOfficeHour, {
        body: { groupId: org.root, ...hour, startsAt: inDays(3), ...more },
      })
    ).id
  const due = (hourId: string) => world.cairn.tasks['office-hour']?.({ org: org.id, hourId })
  return { org, admin: await org.admin(), dana, kofi, olga, pia, offer, due }
}

const fileFor = async (who: Person, id: string) =>
  (await send(world.cairn, who.cookie, hours.getOfficeHourFile, at(id))).text()

const mailsTo = (person: Person) => calendarMails(office, person)

test('places are never given twice, however many want the last one at once', async () => {
  const { kofi, olga, pia, admin, dana, offer } = await leaders()
  const id = await offer({ places: 2 })
  const tries = await Promise.allSettled([kofi, olga, pia, admin].map((who) => join(who, id)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  const [host] = (await dana.does(hours.listOfficeHours)).items
  expect(host).toMatchObject({ taken: 2, can: { change: true, join: false } })
  expect(host?.guests).toHaveLength(2)
  const outside = [kofi, olga, pia, admin].filter(
    (who) => !host?.guests.some(({ id: guest }) => guest === who.id),
  )
  for (const who of outside)
    expect((await who.isRefused(hours.joinOfficeHour, { ...at(id), body: zone })).code).toBe('hour.full')
  const [inside] = host?.guests ?? []
  const guest = [kofi, olga, pia, admin].find((who) => who.id === inside?.id)
  await guest?.does(hours.leaveOfficeHour, at(id))
  expect((await guest?.isRefused(hours.leaveOfficeHour, at(id)))?.code).toBe('hour.not-coming')
  await join(outside[0] ?? kofi, id)
})

test('the host alone reads who comes, nobody comes to their own, and signing up twice is once', async () => {
  const { org, dana, kofi, olga, offer } = await leaders()
  const id = await offer()
  expect((await dana.isRefused(hours.joinOfficeHour, { ...at(id), body: zone })).code).toBe('hour.own')
  await join(kofi, id)
  expect(await join(kofi, id)).toMatchObject({ taken: 1, isComing: true, guests: [], can: { leave: true } })
  expect((await olga.does(hours.listOfficeHours)).items[0]).toMatchObject({
    taken: 1,
    guests: [],
    isComing: false,
  })
  expect((await dana.does(hours.listOfficeHours)).items[0]?.guests).toMatchObject([{ name: 'Kofi Mensah' }])
  expect(await org.countFacts('hour.joined')).toBe(1)
  await world.settle()
  expect((await dana.does(getFeed, { query: { only: 'personal' } })).items).toMatchObject([
    { kind: 'hour.joined', reason: 'you-host', data: { topic: hour.topic } },
  ])
  for (const wrong of ['Mars/Base', 'x'.repeat(70)])
    expect(
      (await olga.isRefused(hours.joinOfficeHour, { ...at(id), body: { timeZone: wrong } })).status,
    ).toBe(422)
})

test('whoever comes gets a calendar file, and one that takes its place whenever something changes', async () => {
  const { dana, kofi, olga, offer } = await leaders()
  const id = await offer({ startsAt: '2026-03-05T13:00:00.000Z', places: 1, topic: 'Filming; the bench, 1' })
  await join(kofi, id)
  await world.settle()
  const uid = `UID:hour-${id}@cairn.test\r\n`
  const joined = mailsTo(kofi)
  expect(joined.subjects).toEqual(['You have a place: Filming; the bench, 1'])
  for (const line of [
    uid,
    'SEQUENCE:0\r\n',
    'DTSTART:20260305T130000Z\r\n',
    'DTEND:20260305T133000Z\r\n',
    'STATUS:CONFIRMED\r\n',
  ])
    expect(joined.file).toContain(line)
  expect(joined.file).toContain('SUMMARY:Office hours: Filming\\; the bench\\, 1 (Dana Reyes)\r\n')
  // In their own zone, which is named.
  expect(office.mailTo(kofi.email)).toMatch(/5 March 2026|March 5, 2026/)
  expect(office.mailTo(kofi.email)).toMatch(/(2:00\s?PM|14:00)/)

  const { groupId: _, ...said } = { groupId: '', ...hour, startsAt: '2026-03-06T13:00:00.000Z', places: 1 }
  expect((await kofi.isRefused(hours.changeOfficeHour, { ...at(id), body: said })).code).toBe(
    'hour.not-yours',
  )
  await dana.does(hours.changeOfficeHour, { ...at(id), body: said })
  await world.settle()
  expect(mailsTo(kofi).file).toContain('SEQUENCE:1\r\n')
  expect(mailsTo(kofi).file).toContain('DTSTART:20260306T130000Z\r\n')
  await dana.does(hours.cancelOfficeHour, { ...at(id), body: { why: 'I am with a customer.' } })
  await world.settle()
  const { subjects, file } = mailsTo(kofi)
  expect(subjects.at(-1)).toBe(`Cancelled: ${hour.topic}`)
  for (const line of [uid, 'SEQUENCE:2\r\n', 'STATUS:CANCELLED\r\n']) expect(file).toContain(line)
  expect(await fileFor(kofi, id)).toContain('STATUS:CANCELLED\r\n')
  expect(mailsTo(olga).subjects).toEqual([])
  expect((await olga.does(hours.listOfficeHours)).items).toEqual([])
  expect((await olga.isRefused(hours.joinOfficeHour, { ...at(id), body: zone })).status).toBe(404)
  expect((await kofi.does(hours.listOfficeHours)).items[0]?.cancelled).toEqual({
    why: 'I am with a customer.',
  })
  const told = (await kofi.does(getFeed, { query: { only: 'personal' } })).items.map(({ kind }) => kind)
  expect(told).toEqual(['hour.cancelled', 'hour.changed'])
})

test('they are offered for what is to come, have places for all who signed up, and are closed once they began', async () => {
  const { org, dana, kofi, olga, offer } = await leaders()
  const past = { body: { groupId: org.root, ...hour, startsAt: inDays(-1) } }
  expect((await dana.isRefused(hours.offerOfficeHour, past)).faults?.[0]?.code).toBe('hour.past')
  const id = await offer({ places: 2 })
  for (const who of [kofi, olga]) await join(who, id)
  const body = { ...hour, startsAt: inDays(4), places: 1 }
  expect((await dana.isRefused(hours.changeOfficeHour, { ...at(id), body })).faults?.[0]?.code).toBe(
    'hour.more-come',
  )
  world.pass({ days: 4 })
  expect((await dana.isRefused(hours.cancelOfficeHour, { ...at(id), body: { why: 'Too late' } })).code).toBe(
    'hour.over',
  )
  expect((await kofi.isRefused(hours.leaveOfficeHour, at(id))).code).toBe('hour.over')
  expect((await kofi.does(hours.listOfficeHours)).items).toEqual([])
  const over = (await kofi.does(hours.listOfficeHours, { query: { when: 'over' } })).items
  expect(over).toMatchObject([{ id, isOver: true }])
})

test('a day before, those who come and the host are reminded once; afterwards it is written down that they were held', async () => {
  const { org, dana, kofi, offer, due } = await leaders()
  const [id, empty] = [await offer(), await offer({ topic: 'Nobody comes' })]
  await join(kofi, id)
  await due(id)
  expect(await org.countFacts('hour.reminded')).toBe(0)
  world.pass({ days: 2, minutes: 1 })
  for (const one of [id, id, empty]) await due(one)
  await world.settle()
  for (const who of [kofi, dana]) expect(mailsTo(who).subjects.at(-1)).toBe(`Tomorrow: ${hour.topic}`)
  expect(await org.countFacts('hour.reminded')).toBe(1)
  expect(await org.countFacts('hour.held')).toBe(0)
  world.pass({ days: 1, hours: 1 })
  for (const one of [id, id, empty]) await due(one)
  expect(await org.facts('hour.held')).toMatchObject([{ hourId: id, hostId: dana.id, guests: 1 }])
  expect(mailsTo(kofi).subjects).toHaveLength(2)
})

test('those of a private group are for those who may see it', async () => {
  const { org } = await leaders()
  const kofi = await org.person('Otto Outsider', 'leader', await org.group('Sales'))
  const secret = await org.group('Secret lab', { private: true })
  const hidden = await org.person('Ida Inside', 'leader', secret)
  const { id } = await hidden.does(hours.offerOfficeHour, { body: { groupId: secret, ...hour } })
  expect((await kofi.does(hours.listOfficeHours)).items).toEqual([])
  expect((await kofi.isRefused(hours.joinOfficeHour, { ...at(id), body: zone })).status).toBe(404)
  expect((await kofi.isRefused(hours.getOfficeHourFile, at(id))).status).toBe(404)
  expect((await kofi.isRefused(hours.offerOfficeHour, { body: { groupId: secret, ...hour } })).status).toBe(
    404,
  )
})

test('when the host leaves they are cancelled and whoever comes is told; when a guest leaves the place is free', async () => {
  const { org, admin, dana, kofi, olga, offer } = await leaders()
  const id = await offer({ places: 1 })
  await join(kofi, id)
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  await world.settle()
  await join(olga, id)
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  expect((await olga.does(hours.listOfficeHours)).items).toMatchObject([{ id, cancelled: { why: '' } }])
  expect(mailsTo(olga).subjects.at(-1)).toBe(`Cancelled: ${hour.topic}`)
  expect(await org.countFacts('hour.cancelled')).toBe(1)
})

test('those to come are told in the order of their days, and those that are over the other way round', async () => {
  const { kofi, offer } = await leaders()
  for (const [topic, days] of [
    ['Third', 9],
    ['First', 3],
    ['Second', 5],
  ] as const)
    await offer({ topic, startsAt: inDays(days) })
  const walk = async (when: 'coming' | 'over') => {
    const found: string[] = []
    for (let after: string | undefined, left = 5; left > 0; left -= 1) {
      const page = await kofi.does(hours.listOfficeHours, {
        query: { when, limit: 1, ...(after && { after }) },
      })
      found.push(...page.items.map(({ topic }) => topic))
      if (page.next === null) break
      after = page.next
    }
    return found
  }
  expect(await walk('coming')).toEqual(['First', 'Second', 'Third'])
  world.pass({ days: 6 })
  expect([await walk('coming'), await walk('over')]).toEqual([['Third'], ['Second', 'First']])
})
