import { afterAll, expect, test } from 'vitest'
import { chooseLetters } from '#letters/contract.ts'
import * as people from '#people/contract.ts'
import { calendarMails } from '#test/calendar-mails.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, asking, at, labIn } from '#test/protected-time.ts'
import { readCalendar } from '#test/read-calendar.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import * as times from './contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

test('the mail that says what was agreed is right in every part, and its file names the hour on the clock in summer and in winter', async () => {
  const org = await world.organization()
  const [boss, zoe] = [await org.admin(), await org.person('Zoé Lefèvre', 'leader')]
  await zoe.does(people.changeMember, { params: { memberId: zoe.id }, body: { locale: 'fr' } })
  const why = 'Écrire «\u00a0Zéro & dérive\u00a0»\u00a0; puis l’étalonnage, à l’atelier.'
  const body = {
    ...asking(org.root, '2026-03-05'),
    ...{ why, rhythm: 'weekly' as const, weekday: 4, time: '14:00', untilDay: '2026-11-30' },
  }
  const { id } = await zoe.does(times.askForTime, { body })
  await answer(boss, id, { words: 'Avec plaisir\u00a0!' })
  await world.settle()
  const mail = await readMail(office.rawTo(zoe.email))
  expect(mailFaults(mail, { to: zoe.email, locale: 'fr', isAsked: true })).toEqual([])
  expect(mail.text).toMatch(
    /-- \nVous recevez ceci parce que ce temps protégé est le vôtre, ou que vous en répondez\.\n+$/,
  )
  expect(mail.subject).toBe('Convenu\u00a0: 4 heures par mois pour Zoé Lefèvre')
  const { faults, text, value, lines } = readCalendar(mail, 'protected.ics')
  expect(faults).toEqual([])
  expect([text('SUMMARY'), text('DESCRIPTION')]).toEqual([
    'Temps protégé de Zoé Lefèvre\u00a0: 4 heures par mois',
    why,
  ])
  expect(value('DTSTART')).toBe('TZID=Europe/Paris:20260305T140000')
  // 14:00 is 13:00 in UTC until the clocks go forward, 12:00 until they go back, and 13:00 again.
  const zone = lines.filter((line) => /^(DTSTART:|TZOFFSETTO)/.test(line))
  expect(zone).toEqual([
    ...['DTSTART:20260304T140000', 'TZOFFSETTO:+0100'],
    ...['DTSTART:20260329T020000', 'TZOFFSETTO:+0200'],
    ...['DTSTART:20261025T030000', 'TZOFFSETTO:+0100'],
  ])
})

test('who ended letters about their leading still gets the file of what they agreed to, and of its end', async () => {
  const { mira, dana, kofi, ask } = await labIn(world)
  for (const who of [mira, dana, kofi])
    await who.does(chooseLetters, { params: { topic: 'leading' }, body: { isWanted: false } })
  const id = await ask()
  await answer(mira, id, { answer: 'propose', hours: 2 })
  await dana.does(times.acceptTime, at(id))
  await mira.does(times.endTime, { ...at(id), body: { how: 'now', why: 'The audit needs all of us.' } })
  await answer(mira, await ask({}, kofi), { answer: 'decline', words: 'Not before May.' })
  await world.settle()
  for (const who of [mira, dana]) {
    const { subjects, file } = calendarMails(office, who)
    expect(subjects).toHaveLength(2)
    expect(subjects[0]).toBe('Agreed: 2 hours a month for Dana Reyes')
    expect(subjects[1]).toMatch(/^Protected time of Dana Reyes ends on /)
    expect(file).toContain('SEQUENCE:1\r\n')
    expect(
      mailFaults(await readMail(office.rawTo(who.email)), { to: who.email, locale: 'en', isAsked: true }),
    ).toEqual([])
  }
  expect(office.subjectsTo(kofi.email)).toEqual([])
})
