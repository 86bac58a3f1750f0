import { expect, test } from 'vitest'
import { raiseNeed, voiceNeed } from '#need/contract.ts'
import { endMembership } from '#people/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import {
  endorse,
  getProfile,
  listExperts,
  listPeopleLikeMe,
  removeProfile,
  setProfile,
  unendorse,
} from '../expert.contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { addTopic, mergeTopic, removeTopic } from '../topic.contract.ts'

const world = openWorld()

const said = {
  helpsWith: 'Choosing a torque transducer',
  topicIds: [] as string[],
  languages: ['en' as const],
  availability: 'open' as const,
  until: null,
}

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, kofi, mei] = [
    await org.person('Dana Reyes'),
    await org.person('Kofi Mensah'),
    await org.person('Mei Tanaka'),
  ]
  const topic = async (name: string) => (await admin.does(addTopic, { body: { name, words: [] } })).id
  return { org, admin, dana, kofi, mei, torque: await topic('Torque'), force: await topic('Force') }
}

const found = async (who: Person, query: Record<string, string> = {}) =>
  (await who.does(listExperts, { query })).items.map(({ member }) => member.name)

test('who says what they can help with is in the directory, in their own words, until they take it back', async () => {
  const { dana, kofi, torque } = await company()
  const params = { memberId: dana.id }
  expect(await kofi.does(getProfile, { params })).toEqual({ profile: null })
  const body = { ...said, topicIds: [torque], languages: ['en' as const, 'fr' as const] }
  const profile = await dana.does(setProfile, { body })
  expect(profile).toMatchObject({
    helpsWith: said.helpsWith,
    topics: [{ name: 'Torque', endorsements: null, mine: false }],
    languages: ['en', 'fr'],
  })
  expect(await kofi.does(getProfile, { params })).toEqual({ profile })
  for (const query of [
    {},
    { q: 'transducer dana' },
    { q: 'tORQUe' },
    { topicId: torque },
    { language: 'fr' },
  ])
    expect(await found(kofi, query)).toEqual(['Dana Reyes'])
  for (const query of [{ q: 'pressure' }, { language: 'de' }]) expect(await found(kofi, query)).toEqual([])
  await dana.does(removeProfile)
  await dana.does(removeProfile)
  expect(await kofi.does(getProfile, { params })).toEqual({ profile: null })
  expect(await found(kofi)).toEqual([])
})

test('who has time stands first, then who has shown more; a leader is there without saying so', async () => {
  const { org, dana, kofi, mei } = await company()
  await org.person('Lea Leader', 'leader')
  await published(org, mei, documentOf({ s1: [] }))
  const later = new Date(world.now().getTime() + 1000).toISOString()
  await dana.does(setProfile, { body: { ...said, availability: 'away', until: null } })
  await kofi.does(setProfile, { body: { ...said, availability: 'busy', until: later } })
  await mei.does(setProfile, { body: said })
  await world.settle()
  expect(await found(dana)).toEqual(['Mei Tanaka', 'Lea Leader', 'Kofi Mensah', 'Dana Reyes'])
  const first = await dana.does(listExperts, { query: { limit: 3 } })
  expect(first.items.map(({ traces, availability }) => [traces, availability])).toEqual([
    [1, 'open'],
    [0, 'open'],
    [0, 'busy'],
  ])
  const { items, next } = await dana.does(listExperts, { query: { limit: 3, after: first.next ?? '' } })
  expect([items.map(({ member }) => member.name), next]).toEqual([['Dana Reyes'], null])
  // Each look at the clock is a millisecond.
  while (world.now().toISOString() <= later);
  const { profile } = await dana.does(getProfile, { params: { memberId: kofi.id } })
  expect(profile).toMatchObject({ availability: 'open', until: null })
})

test('a moment that is over, topics that are not there and nothing said are refused', async () => {
  const { dana } = await company()
  const past = new Date(world.now().getTime() - 1000).toISOString()
  const future = new Date(world.now().getTime() + 86_400_000).toISOString()
  const wrong = [
    { ...said, availability: 'busy' as const, until: past },
    { ...said, until: future },
    { ...said, helpsWith: ' ' },
    { ...said, languages: [] },
  ]
  for (const body of wrong.slice(0, 2))
    expect(await dana.isRefused(setProfile, { body })).toMatchObject({ status: 422 })
  expect(await dana.isRefused(setProfile, { body: wrong[3] as never })).toMatchObject({ status: 422 })
  const body = { ...said, topicIds: [crypto.randomUUID()] }
  expect(await dana.isRefused(setProfile, { body })).toMatchObject({ status: 404 })
  expect(await found(dana)).toEqual([])
})

test('a topic that is merged or taken away is so in what people said; who left is in no directory', async () => {
  const { admin, dana, kofi, torque, force } = await company()
  await dana.does(setProfile, { body: { ...said, topicIds: [torque] } })
  await admin.does(mergeTopic, { params: { topicId: torque }, body: { into: force } })
  expect(await found(kofi, { topicId: force })).toEqual(['Dana Reyes'])
  await admin.does(removeTopic, { params: { topicId: force } })
  expect((await kofi.does(getProfile, { params: { memberId: dana.id } })).profile?.topics).toEqual([])
  await admin.does(endMembership, { params: { memberId: dana.id } })
  expect(await found(kofi)).toEqual([])
})

test('people like me ask about the same, a rare topic before a common one; who takes no part is none of them', async () => {
  const { org, admin, dana, kofi, mei, torque, force } = await company()
  const ask = async (who: Person, title: string) =>
    (await who.does(raiseNeed, { body: { title, details: '', groupId: org.root } })).id
  const onTorque = await ask(dana, 'Which torque transducer fits?')
  const onForce = await ask(dana, 'Which force sensor fits?')
  await kofi.does(voiceNeed, { params: { needId: onTorque } })
  await mei.does(voiceNeed, { params: { needId: onForce } })
  const ann = await org.person('Ann Other')
  await ann.does(voiceNeed, { params: { needId: onTorque } })
  await world.settle()
  const like = async (who: Person) =>
    (await who.does(listPeopleLikeMe)).items.map(({ member, topics }) => [
      member.name,
      topics.map(({ id }) => id),
    ])
  expect(await like(dana)).toEqual([
    ['Mei Tanaka', [force]],
    ['Ann Other', [torque]],
    ['Kofi Mensah', [torque]],
  ])
  expect(await like(admin)).toEqual([])
  await mei.does(leaveDetection)
  expect((await like(dana)).map(([name]) => name)).toEqual(['Ann Other', 'Kofi Mensah'])
  expect(await like(mei)).toEqual([])
  const decision = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  expect(await like(dana)).toEqual([])
})

test('needs of a private group make nobody like those who may not see it', async () => {
  const { org, dana, kofi } = await company()
  const secret = await org.group('Secret', { private: true })
  for (const one of [dana, kofi]) await org.grant(one.id, secret, 'learner')
  const body = { title: 'Which torque transducer fits?', details: '', groupId: secret }
  const { id: needId } = await dana.does(raiseNeed, { body })
  await kofi.does(voiceNeed, { params: { needId } })
  await world.settle()
  expect((await dana.does(listPeopleLikeMe)).items).toMatchObject([
    { member: { id: kofi.id }, groups: [{ id: secret }] },
  ])
  const mei = await org.person('Mia Outside')
  const own = { title: 'What is torque?', details: '', groupId: org.root }
  await mei.does(raiseNeed, { body: own })
  await world.settle()
  expect((await mei.does(listPeopleLikeMe)).items).toEqual([])
})

test('colleagues endorse what somebody says: it counts as help, is told from three on, and goes with what was said', async () => {
  const { org, admin, dana, kofi, mei, torque, force } = await company()
  const params = { memberId: dana.id, topicId: torque }
  expect(await kofi.isRefused(endorse, { params })).toMatchObject({ code: 'topic.not-found' })
  await dana.does(setProfile, { body: { ...said, topicIds: [torque, force] } })
  expect(await dana.isRefused(endorse, { params })).toMatchObject({ code: 'endorsement.own' })
  const seenBy = async (who: Person) => {
    const { profile } = await who.does(getProfile, { params: { memberId: dana.id } })
    const topic = profile?.topics.find(({ id }) => id === torque)
    return [topic?.endorsements, topic?.mine]
  }
  const kept = () =>
    world.stored<{ topic: string }>(org.id, `select topic from signals where kind = 'endorsed' order by key`)
  for (const who of [kofi, mei]) await who.does(endorse, { params })
  await kofi.does(endorse, { params })
  expect([await seenBy(kofi), await seenBy(admin)]).toEqual([
    [null, true],
    [null, false],
  ])
  await admin.does(endorse, { params })
  expect(await seenBy(dana)).toEqual([3, false])
  expect(await kept()).toEqual([{ topic: 'Torque' }, { topic: 'Torque' }, { topic: 'Torque' }])
  await kofi.does(unendorse, { params })
  await kofi.does(unendorse, { params })
  expect([await seenBy(kofi), (await kept()).length]).toEqual([[null, false], 2])
  // What is said no more is endorsed no more, and is not when it is said again.
  await dana.does(setProfile, { body: { ...said, topicIds: [force] } })
  expect(await kept()).toEqual([])
  await dana.does(setProfile, { body: { ...said, topicIds: [torque] } })
  expect(await seenBy(mei)).toEqual([null, false])
})
