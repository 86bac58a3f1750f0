import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { endMembership } from '#people/contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as coaching from '../coach.contract.ts'

const world = openWorld()

async function publish(org: Organization, who: Person, count = 1) {
  for (let n = 0; n < count; n += 1) {
    const body = { title: `Zero it ${n}`, objective: 'You zero a gauge in the cold.', groupId: org.root }
    const { course } = await who.does(createCourse, { body })
    await org.as((scope) => publishCourse(scope, course.id, null))
  }
}

/** Two topics, two who may coach and say what they know, and a new leader. */
async function leaders() {
  const org = await world.organization()
  const admin = await org.admin()
  const [torque, video] = [
    await admin.does(addTopic, { body: { name: 'Torque', words: [] } }),
    await admin.does(addTopic, { body: { name: 'Video', words: [] } }),
  ]
  const coach = async (name: string, topicId: string, language: 'en' | 'fr', atOnce = 1) => {
    const who = await org.person(name, 'leader')
    await publish(org, who)
    const said = { helpsWith: 'Anything', languages: [language], availability: 'open' as const, until: null }
    await who.does(setProfile, { body: { ...said, topicIds: [topicId] } })
    await who.does(coaching.offerCoaching, { body: { atOnce } })
    return who
  }
  const dana = await coach('Dana Reyes', torque.id, 'en')
  const kofi = await coach('Kofi Mensah', video.id, 'en', 2)
  const nina = await org.person('Nina Newton', 'leader')
  return { org, admin, torque, video, coach, dana, kofi, nina }
}

const proposed = async (who: Person, topicId?: string) =>
  (await who.does(coaching.getCoachProposals, { query: topicId ? { topicId } : {} })).items
const names = async (who: Person, topicId?: string) =>
  (await proposed(who, topicId)).map(({ coach }) => coach.name)
const ask = (who: Person, coachId: string, more: object = {}) =>
  who.does(coaching.askCoach, { body: { coachId, words: 'My first course is to be short.', ...more } })
const answer = (who: Person, coachingId: string, said: 'accept' | 'decline', note = '') =>
  who.does(coaching.answerCoaching, { params: { coachingId }, body: { answer: said, note } })
const refusedAsking = async (who: Person, coachId: string) =>
  (await who.isRefused(coaching.askCoach, { body: { coachId } })).code

test('a new leader is proposed who knows it, speaks their language and has time, each with the plain reasons', async () => {
  const { torque, video, coach, nina } = await leaders()
  await coach('Fleur Martin', torque.id, 'fr')
  expect(await names(nina, torque.id)).toEqual(['Dana Reyes', 'Kofi Mensah'])
  expect(await proposed(nina, video.id)).toMatchObject([
    { coach: { name: 'Kofi Mensah' }, topics: [{ name: 'Video' }], languages: ['en'], free: 2, published: 1 },
    { coach: { name: 'Dana Reyes' }, topics: [], languages: ['en'], free: 1 },
  ])
})

test('one asks, the other accepts or declines; whoever declined is not proposed again soon, the next one is', async () => {
  const { org, torque, dana, kofi, nina } = await leaders()
  const first = await ask(nina, dana.id, { topicId: torque.id })
  expect(first).toMatchObject({
    state: 'asked',
    topic: { name: 'Torque' },
    can: { withdraw: true, answer: false },
  })
  expect(await refusedAsking(nina, kofi.id)).toBe('coaching.open-already')
  const params = { coachingId: first.id }
  expect((await nina.isRefused(coaching.answerCoaching, { params, body: { answer: 'accept' } })).code).toBe(
    'coaching.not-yours',
  )
  expect((await dana.isRefused(coaching.withdrawCoaching, { params })).code).toBe('coaching.not-yours')
  expect((await kofi.isRefused(coaching.answerCoaching, { params, body: { answer: 'accept' } })).status).toBe(
    404,
  )
  await answer(dana, first.id, 'decline', 'In May I could.')
  expect((await dana.isRefused(coaching.answerCoaching, { params, body: { answer: 'accept' } })).code).toBe(
    'coaching.settled',
  )
  expect(await names(nina, torque.id)).toEqual(['Kofi Mensah'])
  const second = await ask(nina, kofi.id)
  await answer(kofi, second.id, 'accept')
  expect(await nina.does(coaching.getMyCoaching)).toMatchObject({
    mine: { state: 'coaching', coach: { name: 'Kofi Mensah' }, can: { end: true } },
    can: { ask: true, offer: false },
  })
  world.pass({ days: 10 })
  await nina.does(coaching.endCoaching, { params: { coachingId: second.id } })
  expect((await kofi.isRefused(coaching.endCoaching, { params: { coachingId: second.id } })).code).toBe(
    'coaching.settled',
  )
  expect(await org.facts('coaching.ended')).toMatchObject([
    { askerId: nina.id, coachId: kofi.id, endedBy: nina.id, days: 10 },
  ])
  await world.settle()
  const heard = async (who: Person) =>
    (await who.does(getFeed, { query: { only: 'personal' } })).items
      .filter(({ kind }) => kind.startsWith('coaching.'))
      .map(({ kind, data }) => [kind, data.answer ?? '', data.words ?? ''])
  expect(await heard(nina)).toEqual([
    ['coaching.answered', 'accept', ''],
    ['coaching.answered', 'decline', 'In May I could.'],
  ])
  expect(await heard(kofi)).toEqual([
    ['coaching.ended', '', ''],
    ['coaching.asked', '', 'My first course is to be short.'],
  ])
  world.pass({ days: 91 })
  expect(await names(await org.again(nina), torque.id)).toEqual(['Dana Reyes', 'Kofi Mensah'])
})

test('nobody is asked by more than they have time for, however many ask at once', async () => {
  const { org, dana, kofi } = await leaders()
  const fresh = await Promise.all(
    ['Ada', 'Ben', 'Cem', 'Dua'].map((name) => org.person(`${name} New`, 'leader')),
  )
  const tries = await Promise.allSettled(fresh.map((who) => ask(who, kofi.id)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  const left = fresh[tries.findIndex(({ status }) => status === 'rejected')] ?? dana
  expect(await refusedAsking(left, kofi.id)).toBe('coaching.full')
  expect(await names(left)).toEqual(['Dana Reyes'])
  const both = await Promise.allSettled([ask(left, dana.id), ask(left, dana.id)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('coaching is for whoever has published little, by whoever has published something and is ready', async () => {
  const { org, admin, dana, kofi, nina } = await leaders()
  expect((await nina.isRefused(coaching.offerCoaching, { body: { atOnce: 2 } })).code).toBe('coach.no-course')
  expect(await refusedAsking(dana, dana.id)).toBe('coaching.yourself')
  expect(await refusedAsking(nina, admin.id)).toBe('coach.not-found')
  await publish(org, kofi, 2)
  expect(await refusedAsking(kofi, dana.id)).toBe('coaching.experienced')
  await dana.does(coaching.withdrawCoachOffer)
  expect(await refusedAsking(nina, dana.id)).toBe('coach.not-found')
  expect(await names(nina)).toEqual(['Kofi Mensah'])
  expect(await dana.does(coaching.getMyCoaching)).toMatchObject({
    offer: null,
    can: { ask: true, offer: true },
  })
})

test('what is open ends when one of both leaves', async () => {
  const { org, admin, dana, kofi, nina } = await leaders()
  const mine = await ask(nina, dana.id)
  await answer(dana, mine.id, 'accept')
  const otis = await org.person('Otis New', 'leader')
  await ask(otis, kofi.id)
  for (const { id: memberId } of [dana, otis]) await admin.does(endMembership, { params: { memberId } })
  await world.settle()
  expect((await nina.does(coaching.getMyCoaching)).mine).toMatchObject({ state: 'ended' })
  expect((await kofi.does(coaching.getMyCoaching)).offer).toEqual({ atOnce: 2, load: 0 })
  expect(await names(nina)).toEqual(['Kofi Mensah'])
  expect(await org.countFacts('coaching.ended')).toBe(1)
})
