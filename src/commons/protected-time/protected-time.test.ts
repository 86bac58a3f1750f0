import { afterAll, expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { plusDays } from '#platform/time-zone'
import { calendarMails } from '#test/calendar-mails.ts'
import { type Person, send } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, answering, asking, at, labIn, mine } from '#test/protected-time.ts'
import { openWorld } from '#test/world.ts'
import * as times from './contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const today = () => world.now().toISOString().slice(0, 10)
const heard = async (who: Person) =>
  (await who.does(getFeed, { query: { only: 'personal' } })).items.map(({ kind, reason }) => [kind, reason])

test('a leader asks, who manages their group agrees, and both get the calendar file; nobody else reads of it', async () => {
  const { org, admin, olga, mira, dana, kofi, ask } = await labIn(world)
  const id = await ask({
    rhythm: 'weekly',
    weekday: 4,
    time: '14:00',
    fromDay: '2026-03-05',
    untilDay: '2026-11-30',
  })
  await world.settle()
  expect(await heard(mira)).toEqual([['time.asked', 'asked-you']])
  for (const who of [olga, admin]) expect(await heard(who)).toEqual([])
  expect((await answering(mira))[0]).toMatchObject({ id, state: 'asked', can: { answer: true } })
  await answer(mira, id, {})
  expect(await mine(dana)).toMatchObject([
    {
      state: 'agreed',
      hours: 4,
      manager: { name: 'Mira Holt' },
      can: { end: true, note: true, accept: false },
    },
  ])
  await world.settle()
  for (const who of [dana, mira]) {
    const { subjects, file } = calendarMails(office, who)
    expect(subjects.at(-1)).toBe('Agreed: 4 hours a month for Dana Reyes')
    for (const line of [
      ...[`UID:time-${id}@cairn.test`, 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ...['DTSTART;TZID=Europe/Paris:20260305T140000', 'DURATION:PT60M'],
      'RRULE:FREQ=MONTHLY;BYDAY=1TH,2TH,3TH,4TH;UNTIL=20261130T225959Z',
    ])
      expect(file).toContain(`${line}\r\n`)
  }
  expect(await heard(dana)).toEqual([['time.agreed', 'your-time']])
  // Once one of them answered, nobody else of those who might have reads on.
  for (const who of [olga, admin]) expect(await answering(who)).toEqual([])
  expect((await kofi.isRefused(times.endTime, { ...at(id), body: { how: 'now' } })).status).toBe(404)
  for (const who of [kofi, olga, admin])
    expect((await send(world.cairn, who.cookie, times.getTimeFile, at(id))).status).toBe(404)
  for (const who of [dana, mira])
    expect((await send(world.cairn, who.cookie, times.getTimeFile, at(id))).status).toBe(200)
  expect(await org.countFacts('time.asked', 'time.agreed')).toBe(2)
})

test('another number may be proposed, which the leader accepts or not; a refusal says why', async () => {
  const { mira, dana, kofi, ask } = await labIn(world)
  const id = await ask()
  for (const hours of [null, 4, 0, 99])
    expect(
      (await mira.isRefused(times.answerTime, { ...at(id), body: { answer: 'propose', hours } as never }))
        .status,
    ).toBe(422)
  await answer(mira, id, { answer: 'propose', hours: 2, words: 'Until the audit.' })
  expect(await mine(dana)).toMatchObject([{ state: 'proposed', hours: 2, answer: 'Until the audit.' }])
  expect((await mira.isRefused(times.acceptTime, at(id))).code).toBe('time.not-yours')
  expect(await dana.does(times.acceptTime, at(id))).toMatchObject({
    state: 'agreed',
    hours: 2,
    askedHours: 4,
  })
  expect((await dana.isRefused(times.acceptTime, at(id))).code).toBe('time.settled')
  expect((await mira.isRefused(times.answerTime, { ...at(id), body: { answer: 'agree' } })).code).toBe(
    'time.settled',
  )

  const other = await ask({}, kofi)
  const decline = { ...at(other), body: { answer: 'decline' as const, words: '' } }
  expect((await mira.isRefused(times.answerTime, decline)).faults?.[0]?.code).toBe('time.why')
  await answer(mira, other, { answer: 'decline', words: 'Not before May.' })
  await world.settle()
  expect(calendarMails(office, kofi).subjects).toEqual(['Not now: the time you asked for'])
  expect(await mine(kofi)).toMatchObject([
    { state: 'declined', answer: 'Not before May.', can: { withdraw: false } },
  ])
})

test('nobody answers themselves, also not who manages the group; the next who answers above does', async () => {
  const { org, group, olga, mira, ask } = await labIn(world)
  await org.grant(mira.id, group, 'leader')
  const managing = await org.again(mira)
  const id = await ask({}, managing)
  expect((await managing.isRefused(times.answerTime, { ...at(id), body: { answer: 'agree' } })).code).toBe(
    'time.not-yours',
  )
  await world.settle()
  expect(await heard(olga)).toEqual([['time.asked', 'asked-you']])
  expect(await answer(olga, id, {})).toMatchObject({ state: 'agreed', manager: { name: 'Olga Brandt' } })
  const alone = await world.organization()
  const admin = await alone.admin()
  const body = asking(alone.root, today())
  expect((await admin.isRefused(times.askForTime, { body })).code).toBe('time.nobody')
})

test('what cannot be is refused with the field that is wrong', async () => {
  const { org, group, plant, dana, kofi } = await labIn(world)
  const refused = async (more: object, who = dana) => {
    const problem = await who.isRefused(times.askForTime, {
      body: { ...asking(group, today()), ...more } as never,
    })
    return problem.faults?.[0]?.code ?? problem.code
  }
  expect(await refused({ groupId: plant })).toBe('time.not-in-group')
  expect(await refused({ fromDay: plusDays(today(), -1) })).toBe('time.past')
  expect(await refused({ untilDay: plusDays(today(), -1) })).toBe('time.backwards')
  expect(await refused({ untilDay: plusDays(today(), 800) })).toBe('time.too-far')
  const weekly = { rhythm: 'weekly', weekday: 4, time: '14:00' }
  expect(await refused({ ...weekly, fromDay: '2026-03-06', untilDay: '2026-03-11' })).toBe('time.too-short')
  expect(await refused({ ...weekly, hours: 33 })).toBe('time.too-long')
  expect(await refused({ ...weekly, weekday: null })).toBe('time.weekday')
  expect(await refused({ timeZone: 'Mars/Base' })).toBe('time-zone')
  expect(await refused({ hours: 41 })).toBe('too_big')
  const both = await Promise.allSettled(
    [1, 2].map(() => kofi.does(times.askForTime, { body: asking(group, today()) })),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await refused({}, kofi)).toBe('time.open-already')
  expect(await org.countFacts('time.asked')).toBe(1)
})

test('two who answer at once do not both: one is told that it is settled', async () => {
  const { olga, mira, dana, ask } = await labIn(world)
  const id = await ask()
  const answers = await Promise.allSettled([
    answer(mira, id, {}),
    answer(olga, id, { answer: 'decline', words: 'Not now.' }),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await mine(dana)).filter(({ state }) => state === 'agreed' || state === 'declined')).toHaveLength(1)
})

test('of a private group only its own people, and those who answer for it, read', async () => {
  const org = await world.organization()
  const secret = await org.group('Secret lab', { private: true })
  const [boss, ida] = [
    await org.person('Bo Boss', 'manager', secret),
    await org.person('Ida Inside', 'leader', secret),
  ]
  const otto = await org.person('Otto Outsider', 'manager', await org.group('Sales'))
  const { id } = await ida.does(times.askForTime, { body: asking(secret, today()) })
  expect(await answering(otto)).toEqual([])
  expect((await otto.isRefused(times.answerTime, { ...at(id), body: { answer: 'agree' } })).status).toBe(404)
  expect(await answer(boss, id, {})).toMatchObject({ state: 'agreed' })
  const outside = await org.person('Lea Leads', 'leader', await org.group('Field'))
  expect((await outside.isRefused(times.askForTime, { body: asking(secret, today()) })).status).toBe(404)
})
