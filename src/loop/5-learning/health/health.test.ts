import { expect, test } from 'vitest'
import * as after from '#course/after.contract.ts'
import * as courses from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import { documentOf, publishAgain, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { readIn, say as sayIn, twoSteps } from '#test/readers.ts'
import { openWorld } from '#test/world.ts'
import { getProgress, listMyLearning, startCourse } from '../contract.ts'
import * as health from '../health.contract.ts'
import { dayAfter } from './rules.ts'
import { askForHealth } from './task.ts'

const world = openWorld()
const stage = () => readIn(world)
const say = sayIn.bind(null, world)

/** The day so many days from now. */
const day = (later: number) => dayAfter(world.now().toISOString().slice(0, 10), later)

const itemsOf = async (who: Person, query: { of?: 'mine' | 'groups'; state?: 'open' | 'closed' } = {}) =>
  (await who.does(health.listHealthItems, { query })).items
const kindsOf = async (who: Person, query = {}) =>
  (await itemsOf(who, query)).map(({ kind, why }) => [kind, ...why])
const healthOf = (who: Person, courseId: string) => who.does(health.getCourseHealth, { params: { courseId } })

test('enough readers who find it outdated send it to its author, who says that it still holds; that can be taken back', async () => {
  const { org, dana, lena, readers, courseId, params } = await stage()
  await say(readers.slice(0, 2), courseId, 'outdated')
  expect(await itemsOf(dana)).toEqual([])
  await say(readers.slice(2), courseId, 'outdated')
  const [item] = await itemsOf(dana)
  expect(item).toMatchObject({ kind: 'edit', owner: { id: dana.id }, dueOn: day(14), overdue: false })
  expect(await itemsOf(lena)).toEqual([])
  expect((await itemsOf(lena, { of: 'groups' })).map(({ id }) => id)).toEqual([item?.id])
  expect(await readers[0]?.does(health.listHealthItems, { query: { of: 'groups' } })).toMatchObject({
    items: [],
  })
  expect((await dana.does(getFeed, { query: { only: 'personal' } })).items[0]).toMatchObject({
    kind: 'health.opened',
    reason: 'you-wrote',
  })
  expect(await dana.does(health.countHealthItems, {})).toMatchObject({ edit: 1, verify: 0 })
  await dana.does(after.verifyCourse, { params })
  await world.settle()
  expect(await itemsOf(dana)).toEqual([])
  expect(await itemsOf(dana, { state: 'closed' })).toMatchObject([
    { id: item?.id, closed: { outcome: 'verified', by: { id: dana.id } } },
  ])
  await dana.does(after.unverifyCourse, { params })
  await world.settle()
  expect((await itemsOf(dana)).map(({ id }) => id)).toEqual([item?.id])
  expect(await org.countFacts('health.opened', 'health.closed', 'health.reopened')).toBe(3)
})

test('a new version settles it, and what was said before counts for the score alone', async () => {
  const { org, dana, readers, courseId } = await stage()
  await say(readers, courseId, 'wrong')
  expect((await kindsOf(dana))[0]).toContain('wrong')
  world.pass({ days: 1 })
  await publishAgain(org, dana, courseId, documentOf({ ...twoSteps, s3: [] }))
  expect(await itemsOf(dana)).toEqual([])
  expect((await itemsOf(dana, { state: 'closed' }))[0]?.closed?.outcome).toBe('published')
  expect((await healthOf(dana, courseId)).score?.share).toBe(0)
})

test('a day that has come and a long time without a look are found at night, once', async () => {
  const { org, dana, courseId, params } = await stage()
  await dana.does(courses.setVerifyBy, { params, body: { day: day(60) } })
  await world.settle()
  expect(await itemsOf(dana)).toEqual([])
  await nightIn(org, 365)
  const again = await org.again(dana)
  expect(await kindsOf(again)).toEqual([['retire', 'unused']])
  await say([await org.person('Late Reader')], courseId, 'like')
  await nightIn(org, 0)
  expect(await itemsOf(again)).toHaveLength(1)
  expect(await org.countFacts('health.opened')).toBe(1)
})

/** Lets days pass, and the job of the night judge everything. */
async function nightIn(org: Organization, days: number) {
  world.pass({ days })
  await org.as(async (scope) => askForHealth(scope))
  await world.settle()
}

test('with somebody learning it, it is to be verified, and naming another day settles that', async () => {
  const { org, dana, readers, params } = await stage()
  await dana.does(courses.setVerifyBy, { params, body: { day: day(3) } })
  await readers[0]?.does(startCourse, { params })
  await nightIn(org, 3)
  expect(await kindsOf(dana)).toEqual([['verify', 'expired']])
  const until = day(300)
  const refused = await dana.isRefused(after.verifyCourse, { params, body: { until: day(0) } })
  expect(refused.faults?.[0]?.code).toBe('course.day-past')
  expect(await dana.does(after.verifyCourse, { params, body: { until } })).toEqual({
    verifyBy: until,
  })
  await world.settle()
  expect(await itemsOf(dana)).toEqual([])
})

test('what the organization asks counts from the moment it says so, and is a fact', async () => {
  const { org, dana, readers, courseId } = await stage()
  const admin = await org.admin()
  await say(readers.slice(0, 2), courseId, 'useful')
  await say(readers.slice(2), courseId, 'unclear')
  expect(await kindsOf(dana)).toEqual([['edit', 'score']])
  const { thresholds, usual } = await dana.does(health.getHealthSettings)
  expect(thresholds).toEqual(usual)
  expect((await dana.isRefused(health.setHealthSettings, { body: usual })).status).toBe(403)
  const set = await admin.does(health.setHealthSettings, { body: { ...usual, lowest: 10 } })
  expect(set).toMatchObject({ thresholds: { lowest: 10 }, changed: { by: { name: 'Ada Winter' } } })
  await world.settle()
  expect(await itemsOf(dana)).toEqual([])
  expect((await itemsOf(dana, { state: 'closed' }))[0]?.closed).toMatchObject({ outcome: 'eased', by: null })
  await admin.does(health.setHealthSettings, { body: { ...usual, lowest: 10 } })
  expect(await org.countFacts('health.set')).toBe(1)
})

test('whoever leads says who looks after it: only who may, and it is told to them', async () => {
  const { dana, lena, readers, courseId } = await stage()
  await say(readers, courseId, 'wrong')
  const [item] = await itemsOf(dana)
  const params = { itemId: item?.id ?? '' }
  const own = await readers[0]?.isRefused(health.assignHealthItem, { params, body: { ownerId: lena.id } })
  expect(own?.code).toBe('health-item.not-found')
  const { items } = await lena.does(health.listHealthOwners, { params })
  expect(items.map(({ name }) => name)).toEqual(['Dana Reyes', 'Lena Vogt', 'Ada Winter'])
  const outside = { params, body: { ownerId: readers[0]?.id ?? '' } }
  expect((await lena.isRefused(health.assignHealthItem, outside)).faults?.[0]?.code).toBe('health.not-owner')
  await dana.does(health.assignHealthItem, { params, body: { ownerId: lena.id } })
  await world.settle()
  expect([await itemsOf(dana), (await itemsOf(lena)).length]).toEqual([[], 1])
  expect((await lena.does(getFeed, { query: { only: 'personal' } })).items[0]?.kind).toBe('health.assigned')
})

test('who says that there is nothing to do is not asked the same again; who takes that back is', async () => {
  const { org, dana, readers, courseId } = await stage()
  await say(readers, courseId, 'wrong')
  const [item] = await itemsOf(dana)
  const params = { itemId: item?.id ?? '' }
  const body = { note: 'They read the old sheet.' }
  await dana.does(health.dismissHealthItem, { params, body })
  expect((await dana.isRefused(health.dismissHealthItem, { params, body })).code).toBe('health.closed')
  await nightIn(org, 1)
  expect(await itemsOf(dana)).toEqual([])
  const back = await dana.does(health.undismissHealthItem, { params })
  expect([back.closed, (await itemsOf(dana)).map(({ id }) => id)]).toEqual([null, [item?.id]])
  expect((await dana.isRefused(health.undismissHealthItem, { params })).code).toBe('health.not-dismissed')
})

test('what its author leaves behind is looked after by who leads in its group', async () => {
  const { org, dana, lena, readers, courseId } = await stage()
  await say(readers, courseId, 'wrong')
  await (await org.admin()).does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  expect((await itemsOf(lena)).map(({ owner }) => owner?.id)).toEqual([lena.id])
})

test('a second course on the same may be merged into the first: its readers are led there, and it can be undone', async () => {
  const { org, lab, dana, lena, readers, courseId } = await stage()
  const twin = await published(org, lena, documentOf(twoSteps), lab)
  const [item] = await itemsOf(lena)
  expect(item).toMatchObject({ kind: 'merge', why: ['alike'], other: { id: courseId } })
  expect(await itemsOf(dana)).toEqual([])
  const [began, other] = readers as [Person, Person]
  await began.does(startCourse, { params: { courseId: twin } })
  const params = { courseId: twin }
  await lena.does(after.mergeCourse, { params, body: { into: courseId } })
  await world.settle()
  expect((await itemsOf(lena, { state: 'closed' }))[0]?.closed?.outcome).toBe('merged')
  const seen = await other.does(courses.getCourse, { params })
  expect(seen).toMatchObject({ mergedInto: { id: courseId }, state: 'retired', can: { learn: false } })
  expect((await other.isRefused(startCourse, { params })).status).toBe(404)
  expect(await began.does(getProgress, { params })).toMatchObject({ started: true })
  expect((await began.does(listMyLearning, {})).items.map(({ course }) => course.id)).toEqual([twin])
  await lena.does(after.unmergeCourse, { params })
  await world.settle()
  expect((await itemsOf(lena)).map(({ id }) => id)).toEqual([item?.id])
  expect((await other.does(courses.getCourse, { params })).mergedInto).toBeNull()
  await lena.does(health.dismissHealthItem, {
    params: { itemId: item?.id ?? '' },
    body: { note: 'Both are needed' },
  })
  await publishAgain(org, lena, twin, documentOf({ ...twoSteps, s3: [] }))
  expect(await itemsOf(lena)).toEqual([])
})

test('a reaction that runs late undoes nothing that was found since', async () => {
  const { org, dana, readers, params } = await stage()
  await readers[0]?.does(startCourse, { params })
  // Its reaction runs only after the night’s job, as of the day on which it was said.
  await dana.does(courses.setVerifyBy, { params, body: { day: day(2) } })
  world.pass({ days: 2 })
  await world.cairn.tasks.health?.({ org: org.id })
  expect(await kindsOf(dana)).toEqual([['verify', 'expired']])
  await world.settle()
  expect(await kindsOf(dana)).toEqual([['verify', 'expired']])
})
