import { afterAll, expect, test } from 'vitest'
import { chooseLetters } from '#letters/contract.ts'
import * as people from '#people/contract.ts'
import { hour } from '#test/community.ts'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { readCalendar } from '#test/read-calendar.ts'
import { mailFaults, type Read, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import * as hours from '../hour.contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const said = {
  ...hour,
  topic:
    'Étalonner l’hiver\u00a0: gel, «\u00a0zéro\u00a0» & dérive\u00a0; à vérifier, l’été aussi, un jour à 40\u00a0°C',
  words: 'Apportez une jauge.\nEt l’étalon, s’il n’est pas à l’atelier\u00a0; sinon, \\\\serveur\\étalons.',
  place: 'Salle «\u00a0Étoile\u00a0», 2ᵉ étage',
  startsAt: '2026-03-05T13:00:00.000Z',
}
const title = `Permanence\u00a0: ${said.topic} (Jürgen Groß)`

/** A host, and somebody who comes and reads French, who is where it is an hour later than in UTC. */
async function readers() {
  const org = await world.organization()
  const [host, guest] = [await org.person('Jürgen Groß', 'leader'), await org.person('Zoé Lefèvre', 'leader')]
  await guest.does(people.changeMember, { params: { memberId: guest.id }, body: { locale: 'fr' } })
  const { id } = await host.does(hours.offerOfficeHour, { body: { groupId: org.root, ...said } })
  const params = { hourId: id }
  await guest.does(hours.joinOfficeHour, { params, body: { timeZone: 'Europe/Paris' } })
  return { org, host, guest, params }
}

/** The newest mail to somebody, which has to be right in every part. */
async function newest({ email }: Person): Promise<Read> {
  await world.settle()
  const mail = await readMail(office.rawTo(email))
  expect(mailFaults(mail, { to: email, locale: 'fr', isAsked: true })).toEqual([])
  return mail
}

test('the file that comes with a mail is one that calendars read: labelled, folded, in UTC, with every accent', async () => {
  const { guest, params } = await readers()
  const mail = await newest(guest)
  expect(mail.subject).toBe(`Vous avez une place\u00a0: ${said.topic}`)
  expect(mail.text).toContain(`jeudi 5 mars 2026 à 14:00 UTC+1, 30 minutes\n${said.place}\n`)
  expect(mail.text).toMatch(
    /-- \nVous recevez ceci parce que vous avez pris une place à cette permanence\.\n+$/,
  )
  const { faults, text, value } = readCalendar(mail, 'office-hours.ics')
  expect(faults).toEqual([])
  expect([text('SUMMARY'), text('DESCRIPTION'), text('LOCATION')]).toEqual([title, said.words, said.place])
  expect([value('DTSTART'), value('DTEND'), value('SEQUENCE'), value('STATUS')]).toEqual([
    ...['20260305T130000Z', '20260305T133000Z', '0', 'CONFIRMED'],
  ])
  expect(value('UID')).toBe(`hour-${params.hourId}@cairn.test`)
})

test('what is changed and what is cancelled reaches the same event, in mails that are right themselves', async () => {
  const { host, guest, params } = await readers()
  const first = readCalendar(await newest(guest), 'office-hours.ics')
  // Clocks are put forward in between: the same hour there is another in UTC.
  await host.does(hours.changeOfficeHour, { params, body: { ...said, startsAt: '2026-04-02T12:00:00.000Z' } })
  const moved = await newest(guest)
  const changed = readCalendar(moved, 'office-hours.ics')
  expect(moved.text).toContain('jeudi 2 avril 2026 à 14:00 UTC+2, 30 minutes')
  await host.does(hours.cancelOfficeHour, {
    params,
    body: { why: 'Je suis «\u00a0à l’eau\u00a0»\u00a0: désolé\u00a0!' },
  })
  const { value, faults } = readCalendar(await newest(guest), 'office-hours.ics')
  expect([...first.faults, ...changed.faults, ...faults]).toEqual([])
  expect(changed.value('DTSTART')).toBe('20260402T120000Z')
  expect([value('UID'), value('SEQUENCE'), value('STATUS')]).toEqual([first.value('UID'), '2', 'CANCELLED'])
})

test('who gives a place back gets a file that takes it out of the calendar, and who comes again one that puts it back', async () => {
  const { guest, params } = await readers()
  const first = readCalendar(await newest(guest), 'office-hours.ics')
  await guest.does(hours.leaveOfficeHour, { params })
  const mail = await newest(guest)
  const left = readCalendar(mail, 'office-hours.ics')
  expect(mail.text).toContain('votre place à la permanence de Jürgen Groß est de nouveau libre')
  world.pass({ minutes: 1 })
  await guest.does(hours.joinOfficeHour, { params, body: { timeZone: 'Europe/Paris' } })
  const again = readCalendar(await newest(guest), 'office-hours.ics')
  const all = [first, left, again]
  expect(all.flatMap(({ faults }) => faults)).toEqual([])
  expect(new Set(all.map(({ value }) => value('UID'))).size).toBe(1)
  // Of two files with the same number the one that was made later counts (RFC 5546, 2.1.5).
  expect(all.map(({ value }) => [value('STATUS'), value('SEQUENCE')])).toEqual([
    ['CONFIRMED', '0'],
    ['CANCELLED', '1'],
    ['CONFIRMED', '1'],
  ])
  expect(String(again.value('DTSTAMP')) > String(left.value('DTSTAMP'))).toBe(true)
})

test('who ended letters about their communities is reminded of nothing, and still gets the file of a place, its change and its end', async () => {
  const { org, host, guest, params } = await readers()
  await guest.does(chooseLetters, { params: { topic: 'community' }, body: { isWanted: false } })
  // Mails leave side by side: each is waited for, so that they are told apart by the order they came in.
  await world.settle()
  await guest.does(hours.leaveOfficeHour, { params })
  await world.settle()
  await guest.does(hours.joinOfficeHour, { params, body: { timeZone: 'Europe/Paris' } })
  await world.settle()
  const inDays = (days: number) => new Date(world.now().getTime() + days * 86_400_000).toISOString()
  await host.does(hours.changeOfficeHour, { params, body: { ...said, startsAt: inDays(2) } })
  await world.settle()
  world.pass({ days: 1, minutes: 1 })
  await world.cairn.tasks['office-hour']?.({ org: org.id, ...params })
  await host.does(hours.cancelOfficeHour, { params, body: { why: 'Je suis à l’eau.' } })
  await world.settle()
  expect(await org.countFacts('hour.reminded')).toBe(1)
  const came = office.caught.filter((mail) => mail.includes(`To: ${guest.email}\r\n`)).map(readMail)
  const subjects = (await Promise.all(came)).map(({ subject }) => subject?.split('\u00a0:')[0])
  expect(subjects).toEqual([
    'Vous avez une place',
    'Place rendue',
    'Vous avez une place',
    'Modifiée',
    'Annulée',
  ])
})
