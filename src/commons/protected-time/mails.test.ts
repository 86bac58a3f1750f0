import { afterAll, expect, test } from 'vitest'
import * as people from '#people/contract.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, asking } from '#test/protected-time.ts'
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
  expect(mailFaults(mail, { to: zoe.email, locale: 'fr' })).toEqual([])
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
