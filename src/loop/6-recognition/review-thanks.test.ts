import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { documentOf, write } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'
import * as recognition from './contract.ts'

const world = openWorld()

/** Dana asked Priya and Rosa to read her course; both said something, and it was published. */
async function stage(verdict: 'approve' | 'changes' = 'approve') {
  const org = await world.organization()
  const [dana, priya, rosa, mei] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Rosa Lind', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  await write(dana, course.id, documentOf({ s1: [] }))
  const { id: reviewId } = await dana.does(reviews.askForReview, {
    params: { courseId: course.id },
    body: { reviewerIds: [priya.id, rosa.id] },
  })
  const params = { reviewId }
  await rosa.does(reviews.giveVerdict, { params, body: { verdict: 'comment', note: 'Well told' } })
  await priya.does(reviews.giveVerdict, { params, body: { verdict, note: 'Read twice' } })
  await world.settle()
  return { org, dana, priya, rosa, mei, params, courseId: course.id }
}

const signals = (org: string) =>
  world.stored<{ helperId: string; helpedId: string }>(
    org,
    "select helper_id, helped_id from signals where kind = 'thanked'",
  )

test('an author thanks everybody who read a published round with one press, each once, and can take it back', async () => {
  const { org, dana, priya, rosa, params } = await stage()
  expect(await dana.does(recognition.getReviewThanks, { params })).toEqual({ reviewers: 2, thanked: 0 })
  for (const _ of ['once', 'twice'])
    expect(await dana.does(recognition.thankReviewers, { params })).toEqual({ reviewers: 2, thanked: 2 })
  await world.settle()
  expect(await org.countFacts('kudos.given')).toBe(2)
  for (const who of [priya, rosa]) {
    const { items } = await who.does(getFeed, { query: { only: 'personal' } })
    expect(items.find(({ kind }) => kind === 'kudos.given')).toMatchObject({
      reason: 'thanked-you',
      data: { reviewId: params.reviewId },
    })
    const received = await who.does(recognition.listKudos, { query: { toId: who.id } })
    expect(received.items.map(({ reason }) => reason)).toEqual(['Read “Zero it” before it was published'])
  }
  const helped = (await signals(org.id)).map(({ helperId, helpedId }) => [helperId, helpedId])
  expect(helped.sort()).toEqual([priya.id, rosa.id].map((id) => [id, dana.id]).sort())

  expect(await dana.does(recognition.unthankReviewers, { params })).toEqual({ reviewers: 2, thanked: 0 })
  await world.settle()
  expect(await signals(org.id)).toEqual([])
  const { items } = await priya.does(getFeed, { query: { only: 'personal' } })
  expect(items.some(({ kind }) => kind === 'kudos.given')).toBe(false)
  expect((await dana.does(recognition.thankReviewers, { params })).thanked).toBe(2)
})

test('nobody is thanked for a round before it is published, nor by anybody but the author', async () => {
  const { dana, priya, mei, params } = await stage('changes')
  expect((await dana.isRefused(recognition.thankReviewers, { params })).code).toBe('kudos.not-published')
  expect((await dana.does(recognition.getReviewThanks, { params })).reviewers).toBe(0)
  for (const who of [priya, mei])
    expect((await who.isRefused(recognition.thankReviewers, { params })).status).toBe(404)
})

test('one who was thanked takes nothing from the others when it is taken back for them alone', async () => {
  const { dana, priya, params } = await stage()
  await dana.does(recognition.thankReviewers, { params })
  const { items } = await dana.does(recognition.listKudos, { query: { toId: priya.id } })
  await dana.does(recognition.withdrawKudos, { params: { kudosId: items[0]?.id ?? '' } })
  expect(await dana.does(recognition.getReviewThanks, { params })).toEqual({ reviewers: 2, thanked: 1 })
})
