import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { leaveDetection } from '#leader/contract.ts'
import * as learning from '#learning/contract.ts'
import { documentOf, published, words } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { giveKudos } from '../contract.ts'
import * as wall from '../wall.contract.ts'

const world = openWorld()
const reason = 'You showed the night shift how to zero it.'
const thisMonth = () => world.now().toISOString().slice(0, 7)

const courseOf = (org: Organization, author: Person, groupId?: string) =>
  published(org, author, documentOf({ s1: [words('w1', 'Zero it')] }), groupId)

/** Dana's first course, which Mei learned; Olga's, in a private group; thanks for all and private ones. */
async function month() {
  const org = await world.organization()
  const secret = await org.group('Secret', { private: true })
  const [admin, dana, mei, olga] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
    await org.person('Olga Brandt', 'leader', secret),
  ]
  const courseId = await courseOf(org, dana)
  const hidden = await courseOf(org, olga, secret)
  const at = { params: { courseId } }
  const { stepId } = await mei.does(learning.startCourse, at)
  await mei.does(learning.completeStep, { params: { courseId, stepId } })
  await mei.does(giveKudos, { body: { toIds: [dana.id], reason, courseId } })
  await olga.does(giveKudos, { body: { toIds: [dana.id], reason: 'A secret reason', isPrivate: true } })
  await world.settle()
  return { org, admin, dana, mei, olga, hidden, params: { month: thisMonth() } }
}

test('a month tells what everybody may see: first courses, who taught most people, what was said', async () => {
  const { mei, olga, params } = await month()
  for (const who of [mei, olga]) {
    const told = await who.does(wall.getCelebration, { params })
    expect(told).toMatchObject({
      counts: { courses: 1, learners: 1, answers: 0, needs: 0, thanks: 1 },
      newcomers: [{ title: 'Zero it', author: { name: 'Dana Reyes' } }],
      leaders: [{ member: { name: 'Dana Reyes' }, learners: 1 }],
      quotes: [{ from: { name: 'Mei Tanaka' }, to: { name: 'Dana Reyes' }, reason }],
      ...{ post: null, can: { post: false, withdraw: false } },
    })
    expect(JSON.stringify(told)).not.toContain('secret')
  }
})

test('who takes no part in finding out who helps is counted, and not named', async () => {
  const { dana, mei, params } = await month()
  await dana.does(leaveDetection)
  const told = await mei.does(wall.getCelebration, { params })
  expect(told).toMatchObject({ counts: { courses: 1 }, newcomers: [], leaders: [], quotes: [] })
})

test('a month is posted once to everybody’s feed by an administrator, and taken back from all of them', async () => {
  const { org, admin, mei, params } = await month()
  const body = { words: 'Dana taught for the first time. Thank you!' }
  const heard = async () =>
    (await mei.does(getFeed, { query: {} })).items.filter(({ kind }) => kind === 'celebration.posted')
  expect((await mei.isRefused(wall.postCelebration, { params, body })).code).toBe('recognition.admin-needed')
  const again = await org.again(admin)
  const posts = await Promise.allSettled(
    [admin, again].map((who) => who.does(wall.postCelebration, { params, body })),
  )
  expect(posts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await world.settle()
  expect(await heard()).toMatchObject([{ actor: { name: admin.name }, data: { ...params, ...body } }])
  expect((await admin.isRefused(wall.postCelebration, { params, body })).code).toBe('celebration.posted')
  await admin.does(wall.withdrawCelebration, { params })
  await world.settle()
  expect(await heard()).toEqual([])
  expect((await admin.isRefused(wall.withdrawCelebration, { params })).status).toBe(404)
  expect(await admin.does(wall.postCelebration, { params, body })).toMatchObject({
    post: { words: body.words },
  })
  expect(await org.countFacts('celebration.posted', 'celebration.withdrawn')).toBe(3)
})

test('a month to come is not posted, and one in which nothing happened is empty', async () => {
  const { admin } = await month()
  const params = { month: '2999-01' }
  const body = { words: 'What a month it will be.' }
  expect((await admin.isRefused(wall.postCelebration, { params, body })).code).toBe('celebration.to-come')
  const told = await admin.does(wall.getCelebration, { params: { month: '2001-01' } })
  expect(told).toMatchObject({ counts: { courses: 0, thanks: 0 }, newcomers: [], quotes: [] })
})

test('one’s own year tells what one gave and took, private thanks and private groups too', async () => {
  const { dana, mei, olga } = await month()
  const params = { year: thisMonth().slice(0, 4) }
  expect(await dana.does(wall.getYearInReview, { params })).toMatchObject({
    taught: { courses: 1, learners: 1, completed: 1, answers: 0, reviews: 0 },
    helped: { people: 1, groups: 1 },
    thanks: 2,
    quotes: expect.arrayContaining([
      expect.objectContaining({ reason: 'A secret reason' }),
      expect.objectContaining({ reason }),
    ]),
  })
  expect(await mei.does(wall.getYearInReview, { params })).toMatchObject({
    ...{ taught: { courses: 0 }, learned: { courses: 1 }, thanks: 0, quotes: [], badges: [] },
  })
  expect(await olga.does(wall.getYearInReview, { params })).toMatchObject({ taught: { courses: 1 } })
  expect(await dana.does(wall.getYearInReview, { params: { year: '2001' } })).toMatchObject({ thanks: 0 })
  expect((await dana.isRefused(wall.getYearInReview, { params: { year: '1999' } })).status).toBe(422)
})
