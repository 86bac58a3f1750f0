import { afterAll, expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { changeMember } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, labIn } from '#test/protected-time.ts'
import { openWorld } from '#test/world.ts'
import { noteTime } from './contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

/** To noon of a day of the next month. */
function passTo(dayOfMonth: number): void {
  const now = world.now()
  const then = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, dayOfMonth, 12)
  world.pass({ minutes: (then - now.getTime()) / 60_000 })
}

const news = async (who: Person) =>
  (await who.does(getFeed, { query: { only: 'personal' } })).items.filter(
    ({ kind }) => kind === 'time.reported',
  )

test('on the third of the next month both are told once what was used and what came of it, in their own language', async () => {
  const { org, mira, dana, kofi, olga, ask } = await labIn(world)
  const id = await ask()
  await answer(mira, id, {})
  // What waits for an answer is nothing to tell of.
  await ask({}, kofi)
  await mira.does(changeMember, { params: { memberId: mira.id }, body: { locale: 'fr' } })
  const month = world.now().toISOString().slice(0, 7)
  await dana.does(noteTime, { params: { timeId: id, timeMonth: month }, body: { minutes: 150 } })
  await world.settle()
  const mails = () => [dana, mira, kofi, olga].map(({ email }) => office.subjectsTo(email).length)
  const before = mails()
  const tell = async () => {
    await world.cairn.tasks['time-reports']?.({ org: org.id })
    await world.settle()
  }
  await tell()
  passTo(2)
  await tell()
  expect(mails()).toEqual(before)
  world.pass({ days: 1 })
  for (const _ of [1, 2]) await tell()
  expect(mails()).toEqual(before.map((count, who) => count + (who < 2 ? 1 : 0)))
  const [own, theirs] = [office.mailTo(dana.email), office.mailTo(mira.email)]
  expect(own).toContain('2.5 hours of it are noted as used.')
  expect(own).toContain('no answer, no review, nobody began a course')
  expect(own).toContain('Only you and Mira Holt read this')
  expect(theirs).toContain('Dana Reyes avait 4 heures pour animer')
  expect(await org.facts('time.reported')).toMatchObject([
    { timeId: id, managerId: mira.id, month, minutes: 150 },
  ])
  const told = await Promise.all([dana, mira, olga].map(async (who) => news(await org.again(who))))
  expect(told.map(({ length }) => length)).toEqual([1, 1, 0])

  // Of the next month nothing was noted, and that is said; it is a month of its own.
  passTo(3)
  await tell()
  expect(office.mailTo(dana.email)).toContain('How much of it was used is not noted.')
  expect(await org.countFacts('time.reported')).toBe(2)
})

test('of a month in which it had ended, or not begun, nothing is told', async () => {
  const { org, mira, ask } = await labIn(world)
  const [fromDay = '', untilDay] = [1, 20].map((day) => {
    const now = world.now()
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day)).toISOString().slice(0, 10)
  })
  const id = await ask({ fromDay, untilDay })
  await answer(mira, id, {})
  const told = async () => {
    passTo(4)
    await world.cairn.tasks['time-reports']?.({ org: org.id })
    return (await org.facts('time.reported')).map((fact) => (fact as { month: string }).month)
  }
  expect(await told()).toEqual([])
  expect(await told()).toEqual([fromDay.slice(0, 7)])
  expect(await told()).toEqual([fromDay.slice(0, 7)])
})
