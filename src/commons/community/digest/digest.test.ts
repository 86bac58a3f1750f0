import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import { plusDays } from '#platform/time-zone'
import { setRecognition } from '#recognition/settings.contract.ts'
import { record } from '#record'
import { hour } from '#test/community.ts'
import { documentOf, words, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import { askForReview, giveVerdict } from '#validation/contract.ts'
import { makePost } from '../contract.ts'
import { getDigest } from '../digest.contract.ts'
import * as hours from '../hour.contract.ts'
import { dueAt, mondayOf, spanOf, weeksAt } from './week.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const begin = async (who: Person, groupId: string, title: string, needId: string | null = null) => {
  const body = { title, objective: 'You zero a gauge in the cold.', groupId, needId }
  const { course } = await who.does(createCourse, { body })
  await write(who, course.id, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  return course.id
}

/** The letters that are due, as the job writes them. */
const work = (org: Organization, more: object = {}) =>
  world.cairn.tasks['community-digest']?.({ org: org.id, ...more })

const mails = (person: Person) =>
  office.caught.filter((mail) => mail.includes(`To: ${person.email}\r\n`)).length

/** Moves the clock on to a Monday at eight. */
function toMonday() {
  const now = world.now()
  const next = Date.parse(`${plusDays(mondayOf(now.toISOString().slice(0, 10)), 7)}T08:00:00Z`)
  world.pass({ minutes: Math.ceil((next - now.getTime()) / 60_000) })
}

/** A week of two leaders in an open group and one in a private one. */
async function week() {
  const org = await world.organization()
  const [lab, secret] = [await org.group('Lab'), await org.group('Secret lab', { private: true })]
  const admin = await org.admin()
  toMonday()
  const [dana, kofi, ida] = [
    await org.person('Dana Reyes', 'leader', lab),
    await org.person('Kofi Mensah', 'leader', lab),
    await org.person('Ida Inside', 'leader', secret),
  ]
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const need = await mei.does(needs.raiseNeed, { body: { title: 'Zero a gauge', details: '', groupId: lab } })
  const courseId = await begin(dana, lab, 'Zero it in the cold', need.id)
  const review = await dana.does(askForReview, { params: { courseId }, body: { reviewerIds: [kofi.id] } })
  await kofi.does(giveVerdict, { params: { reviewId: review.id }, body: { verdict: 'approve' } })
  const at = { params: { courseId } }
  const question = await mei.does(talk.commentOnCourse, { ...at, body: { body: 'How cold?' } })
  const answer = await kofi.does(talk.commentOnCourse, {
    ...at,
    body: { body: 'Ten below.', parentId: question.id },
  })
  await mei.does(talk.acceptAnswer, { params: { courseId, commentId: answer.id } })
  await kofi.does(makePost, {
    body: { kind: 'tip', groupId: org.root, title: 'Ask first', words: 'Ask three.' },
  })
  const given = { contributionId: crypto.randomUUID(), courseId, memberId: kofi.id, kind: 'tip', version: 2 }
  await org.as((scope) => record(scope, 'contribution.credited', given))
  const hidden = await begin(ida, secret, 'A hidden course')
  await org.as((scope) => publishCourse(scope, hidden, null))
  const startsAt = new Date(world.now().getTime() + 3_600_000).toISOString()
  const { id: hourId } = await dana.does(hours.offerOfficeHour, { body: { groupId: lab, ...hour, startsAt } })
  await kofi.does(hours.joinOfficeHour, { params: { hourId }, body: { timeZone: 'UTC' } })
  world.pass({ hours: 1, minutes: 31 })
  const due = world.cairn.tasks['office-hour']
  for (let time = 0; time < 2; time += 1) await due?.({ org: org.id, hourId })
  await world.settle()
  return { org, admin, lab, secret, dana, kofi, ida, mei, courseId }
}

const told = async (who: Person, day?: string) =>
  Object.fromEntries(
    (await who.does(getDigest, { query: day ? { day } : {} })).sections.map(({ deed, items }) => [
      deed,
      items.map(({ member, title }) => `${member.name}: ${title}`).sort(),
    ]),
  )

test('a week tells what leaders did, each once, with names; of a private group to those who may see it', async () => {
  const { org, dana, ida, mei } = await week()
  expect(await told(dana)).toEqual({})
  toMonday()
  const open = {
    leader: ['Dana Reyes: Lab', 'Kofi Mensah: Lab'],
    course: ['Dana Reyes: Zero it in the cold'],
    need: ['Dana Reyes: Zero a gauge'],
    answer: ['Kofi Mensah: Zero it in the cold'],
    review: ['Kofi Mensah: Zero it in the cold'],
    contribution: ['Kofi Mensah: Zero it in the cold'],
    post: ['Kofi Mensah: Ask first'],
    hour: ['Dana Reyes: Recording a screencast'],
  }
  const again = await org.again(dana)
  expect(await told(again)).toEqual(open)
  expect(await told(await org.again(ida))).toEqual({
    ...open,
    leader: [...open.leader, 'Ida Inside: Secret lab'].sort(),
    course: [...open.course, 'Ida Inside: A hidden course'].sort(),
  })
  expect((await (await org.again(mei)).isRefused(getDigest)).status).toBe(403)
  expect(await told(again, plusDays(weeksAt(world.now(), 'UTC').last, -3))).toEqual({})
})

test('on Monday morning each leader gets one letter of what they may see, however often the job runs', async () => {
  const { org, admin, dana, ida, mei, kofi } = await week()
  const before = mails(dana)
  await work(org)
  await world.settle()
  expect(mails(dana)).toBe(before)
  toMonday()
  await Promise.all([work(org), work(org)])
  await work(org)
  await world.settle()
  expect(mails(dana)).toBe(before + 1)
  const letter = office.mailTo(dana.email)
  for (const said of [
    'Zero it in the cold, by Dana Reyes',
    'Ask first',
    '/courses/',
    'Kofi Mensah leads in Lab',
  ])
    expect(letter).toContain(said)
  expect(letter).not.toContain('hidden')
  const read = await readMail(office.rawTo(dana.email))
  expect(mailFaults(read, { to: dana.email, locale: 'en' })).toEqual([])
  expect(office.mailTo(ida.email)).toContain('A hidden course, by Ida Inside')
  expect(office.mailTo(mei.email)).not.toContain('among leaders')
  for (const who of [admin, kofi]) expect(office.mailTo(who.email)).toContain('Last week among leaders')
  // The week before, in which nothing happened, was looked at first.
  const letters = async () =>
    (await org.facts('digest.written')).map((fact) => (fact as { letters: number }).letters)
  expect(await letters()).toEqual([0, 4])
  // Of a week in which nothing happened nobody is written to.
  toMonday()
  await work(org)
  await world.settle()
  expect(mails(dana)).toBe(before + 1)
  expect(await letters()).toEqual([0, 4, 0])
})

test('a job that broke off goes on where it was: what was written is not written again', async () => {
  const { org, dana, ida } = await week()
  const before = [mails(dana), mails(ida)]
  toMonday()
  const { install } = world.cairn.runtime
  const { text } = install.catalog
  const broken = vi.spyOn(install.catalog, 'text').mockImplementation((...args) => {
    if (JSON.stringify(args).includes('hidden')) throw new Error('the process is gone')
    return text(...args)
  })
  await expect(work(org)).rejects.toThrow('is gone')
  broken.mockRestore()
  await world.settle()
  expect([mails(dana), mails(ida)]).toEqual(before)
  await work(org)
  await world.settle()
  expect([mails(dana), mails(ida)]).toEqual(before.map((count) => count + 1))
})

test('at night it asks itself for the next Monday, in the zone of the organization', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  await admin.does(setRecognition, { body: { allowance: 0, timeZone: 'Asia/Tokyo' } })
  await work(org, { isNightly: true })
  const { rows } = await world.owner.query(
    `select run_at from graphile_worker._private_jobs where key = $1`,
    [`digest ${org.id}`],
  )
  const next = new Date(rows[0]?.run_at).toISOString()
  expect(next).toMatch(/T22:00:00/)
  expect(new Date(next).getUTCDay()).toBe(0)
})

test('many leaders cost as many questions as a few', async () => {
  const { org } = await week()
  toMonday()
  const count = async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    await work(org)
    const { length } = asked.mock.calls
    asked.mockRestore()
    return length
  }
  const few = await count()
  for (let n = 0; n < 12; n += 1) await org.person(`Leader ${n}`, 'leader')
  world.pass({ days: 1 })
  const kofi = await org.person('Kay Last', 'leader')
  await kofi.does(makePost, { body: { kind: 'tip', groupId: org.root, title: 'Once more', words: 'Ask.' } })
  toMonday()
  expect(await count()).toBe(few)
})

test.each([
  ['2026-03-29', '2026-03-23', 'Europe/Paris', '2026-03-30T05:00:00.000Z'],
  ['2026-10-25', '2026-10-19', 'Europe/Paris', '2026-10-26T06:00:00.000Z'],
  ['2026-03-02', '2026-03-02', 'UTC', '2026-03-09T07:00:00.000Z'],
])('of the week of %s, which began on %s, letters are due in %s at %s', (day, monday, zone, due) => {
  expect(mondayOf(day)).toBe(monday)
  expect(dueAt(monday, zone).toISOString()).toBe(due)
  const { from, to } = spanOf(monday, zone)
  expect(to.getTime() - from.getTime()).toBeGreaterThan(6.9 * 86_400_000)
})
