import { afterAll, expect, test } from 'vitest'
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import { startCourse } from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { endMembership } from '#people/contract.ts'
import { calendarMails } from '#test/calendar-mails.ts'
import { documentOf, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, answering, at, labIn, mine } from '#test/protected-time.ts'
import { openWorld } from '#test/world.ts'
import * as times from './contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const today = () => world.now().toISOString().slice(0, 10)

test('either ends it, at once or with a month’s notice; the file ends there and what was stays', async () => {
  const { org, mira, dana, kofi, ask } = await labIn(world)
  const id = await ask({
    rhythm: 'weekly',
    weekday: 4,
    time: '14:00',
    fromDay: '2026-03-05',
    untilDay: '2026-12-31',
  })
  await answer(mira, id, {})
  world.pass({ days: 3 })
  const day = today()
  const ended = await mira.does(times.endTime, {
    ...at(id),
    body: { how: 'notice', why: 'The audit needs all of us.' },
  })
  const last = `${day.slice(0, 5)}04${day.slice(7)}`
  expect(ended).toMatchObject({
    state: 'agreed',
    ended: { on: last, by: { name: 'Mira Holt' }, why: 'The audit needs all of us.' },
  })
  await world.settle()
  expect(calendarMails(office, dana).file).toContain('SEQUENCE:1\r\n')
  expect(calendarMails(office, dana).file).toContain(`UNTIL=${last.replaceAll('-', '')}T215959Z\r\n`)
  expect((await dana.isRefused(times.endTime, { ...at(id), body: { how: 'notice' } })).code).toBe(
    'time.settled',
  )
  await dana.does(times.endTime, { ...at(id), body: { how: 'now' } })
  world.pass({ days: 1 })
  expect(await mine(dana)).toMatchObject([
    { state: 'ended', ended: { on: day }, can: { end: false, note: true } },
  ])
  await ask()
  expect(await mine(dana)).toHaveLength(2)

  // What ends before it begins takes itself out of the calendar.
  const early = await ask(
    { rhythm: 'weekly', weekday: 4, time: '14:00', fromDay: '2026-06-01', untilDay: '2026-12-31' },
    kofi,
  )
  await answer(mira, early, {})
  await kofi.does(times.endTime, { ...at(early), body: { how: 'now' } })
  await world.settle()
  expect(calendarMails(office, kofi).file).toContain('STATUS:CANCELLED\r\n')
  expect(await org.countFacts('time.ended')).toBe(3)
})

test('each month the leader notes what they used, and both see it beside what they did for others', async () => {
  const { org, group, mira, dana, kofi, ask } = await labIn(world)
  const id = await ask()
  const note = (who: Person, timeMonth: string, minutes: number | null) => ({
    who,
    input: { params: { timeId: id, timeMonth }, body: { minutes } },
  })
  const month = today().slice(0, 7)
  const early = note(dana, month, 60)
  expect((await dana.isRefused(times.noteTime, early.input)).code).toBe('time.not-that-month')
  await answer(mira, id, {})

  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: group }
  const { course } = await dana.does(createCourse, { body })
  const params = { courseId: course.id }
  await write(
    dana,
    course.id,
    documentOf({ s1: [words('w1', 'Warm it up.')], s2: [words('w2', 'Then zero it.')] }),
  )
  await org.as((scope) => publishCourse(scope, course.id, null))
  for (const who of [kofi, mira]) await who.does(startCourse, { params })
  const question = await kofi.does(talk.commentOnCourse, { params, body: { body: 'How warm?' } })
  await dana.does(talk.commentOnCourse, { params, body: { body: 'Twenty.', parentId: question.id } })

  await dana.does(times.noteTime, note(dana, month, 60).input)
  const noted = await dana.does(times.noteTime, note(dana, month, 150).input)
  const told = [
    { month, minutes: 150, outcome: { courses: 1, steps: 2, answers: 1, reviews: 0, learners: 2 } },
  ]
  expect(noted.months).toEqual(told)
  expect((await answering(mira))[0]).toMatchObject({ months: told, can: { note: false } })
  expect((await mira.isRefused(times.noteTime, note(mira, month, 0).input)).code).toBe('time.not-yours')
  for (const wrong of ['2020-01', '2099-01'])
    expect((await dana.isRefused(times.noteTime, note(dana, wrong, 0).input)).code).toBe(
      'time.not-that-month',
    )
  expect((await dana.does(times.noteTime, note(dana, month, null).input)).months[0]).toMatchObject({
    minutes: null,
  })
  expect(await org.countFacts('time.used')).toBe(3)
})

test('when who agreed leaves or manages no more, the next who answers for the group takes over', async () => {
  const { admin, olga, mira, dana, ask } = await labIn(world)
  const id = await ask()
  await answer(mira, id, {})
  await admin.does(endMembership, { params: { memberId: mira.id } })
  await world.settle()
  expect(await mine(dana)).toMatchObject([{ state: 'agreed', manager: { name: 'Olga Brandt' } }])
  expect(await answering(olga)).toMatchObject([{ id, can: { end: true } }])
  expect(await answering(admin)).toEqual([])
  await admin.does(endMembership, { params: { memberId: olga.id } })
  expect(await answering(admin)).toMatchObject([{ id, manager: { name: 'Ada Winter' } }])
})

test('when the leader leaves, what they asked for is withdrawn and what they had ends', async () => {
  const { org, admin, mira, dana, kofi, ask } = await labIn(world)
  const [had, asked] = [await ask(), await ask({}, kofi)]
  await answer(mira, had, {})
  for (const { id: memberId } of [dana, kofi]) await admin.does(endMembership, { params: { memberId } })
  await world.settle()
  const found = await answering(mira)
  expect(found.find(({ id }) => id === had)).toMatchObject({ ended: { on: today() } })
  expect(found.find(({ id }) => id === asked)?.can.answer ?? false).toBe(false)
  expect(await org.countFacts('time.withdrawn', 'time.ended')).toBe(2)
  // It stood in the calendar of who agreed to it, and ends there.
  expect(calendarMails(office, mira).subjects.at(-1)).toMatch(/^Protected time of Dana Reyes ends on /)
  expect(calendarMails(office, mira).file).toContain('SEQUENCE:1\r\n')
})
