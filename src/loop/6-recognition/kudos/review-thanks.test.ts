import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import * as leader from '#leader/contract.ts'
import { listMySignals } from '#leader/held.contract.ts'
import { getExpertise } from '#leader/radar.contract.ts'
import { documentOf, write } from '#test/course.ts'
import { approve, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'
import * as recognition from '../contract.ts'

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
  expect(await dana.does(recognition.getReviewThanks, { params })).toEqual({
    ...{ reviewers: 2, thanked: 0, isPrivate: false },
  })
  for (const _ of ['once', 'twice'])
    expect(await dana.does(recognition.thankReviewers, { params })).toMatchObject({ thanked: 2 })
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

  expect(await dana.does(recognition.unthankReviewers, { params })).toMatchObject({ thanked: 0 })
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
  expect(await dana.does(recognition.getReviewThanks, { params })).toMatchObject({ reviewers: 2, thanked: 1 })
})

test('thanks for a blind round reach who read it and count for them, and neither the author nor anybody else learns who that was', async () => {
  const { org, lab, admin, dana, priya, kofi, ask } = await room(world)
  await say(admin, lab, { approvals: 2, isBlind: true, approvers: ['reviewers'] })
  const params = { reviewId: await ask() }
  for (const who of [priya, kofi]) await who.does(reviews.giveVerdict, { params, ...approve })
  await world.settle()
  expect(await dana.does(recognition.thankReviewers, { params })).toEqual({
    ...{ reviewers: 2, thanked: 2, isPrivate: true },
  })
  await world.settle()

  const thanksOf = async (reader: typeof dana, query: object = {}) =>
    (await reader.does(recognition.listKudos, { query })).items.map(({ to, isPrivate }) => [
      to.name,
      isPrivate,
    ])
  expect(await thanksOf(priya)).toEqual([['Priya Nair', true]])
  for (const reader of [dana, admin])
    for (const query of [{}, { fromId: dana.id }, { toId: priya.id }, { toId: kofi.id }])
      expect(await thanksOf(reader, query)).toEqual([])
  const heardOf = async (reader: typeof dana) => {
    const all = [{ only: 'personal' }, {}] as const
    const pages = await Promise.all(all.map((query) => reader.does(getFeed, { query })))
    return pages.flatMap(({ items }) => items.filter(({ kind }) => kind === 'kudos.given')).length
  }
  expect(await heardOf(kofi)).toBeGreaterThan(0)
  for (const reader of [dana, admin]) expect(await heardOf(reader)).toBe(0)

  const helped = await world.stored<{ helperId: string; helpedId: string | null }>(
    ...[org.id, "select helper_id, helped_id from signals where kind = 'thanked' order by helper_id"],
  )
  expect(helped).toEqual([priya.id, kofi.id].sort().map((helperId) => ({ helperId, helpedId: null })))
  const { items } = await dana.does(listMySignals, {})
  expect(items.filter(({ kind }) => kind !== 'published')).toEqual([])
  for (const reader of [dana, admin, kofi]) {
    const member = { params: { memberId: priya.id } }
    expect((await reader.does(leader.listEvidence, member)).items).toEqual([])
  }
  expect((await priya.does(getExpertise, { params: { memberId: priya.id } })).subjects.length).toBe(2)
  expect((await admin.does(getExpertise, { params: { memberId: priya.id } })).subjects).toEqual([])
  expect((await dana.does(recognition.unthankReviewers, { params })).thanked).toBe(0)
  expect(await thanksOf(priya)).toEqual([])
})
