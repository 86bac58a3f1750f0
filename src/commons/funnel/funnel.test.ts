import { expect, test } from 'vitest'
import { makePractice } from '#academy/contract.ts'
import { createCourse } from '#course/contract.ts'
import { setFewestTold } from '#leader/fewest.contract.ts'
import { endMembership } from '#people/contract.ts'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { finishCourse, openIn } from '#test/academy-path.ts'
import { documentOf, published, words } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { volunteerNow, withdrawVolunteer } from '#volunteers/contract.ts'
import { getLeaderFunnel, listFunnelPeople, listFunnelStopped } from './contract.ts'

const world = openWorld()

/** A lab in a plant, with who manages it, and some who volunteer there. */
async function lab(names = ['Mei Tanaka', 'Kofi Mensah', 'Ines Sole', 'Otto Berg']) {
  const org = await world.organization()
  const plant = await org.group('Plant')
  const group = await org.group('Lab', { parent: plant })
  const mira = await org.person('Mira Holt', 'manager', plant)
  const volunteers: { who: Person; volunteerId: string }[] = []
  for (const name of names) {
    const who = await org.person(name, 'learner', group)
    const { id } = await who.does(volunteerNow, { body: { groupId: group } })
    volunteers.push({ who, volunteerId: id })
  }
  await world.settle()
  return { org, plant, group, mira, volunteers, admin: await org.admin() }
}

const told = async (who: Person, query = {}) => {
  const { people, stages } = await who.does(getLeaderFunnel, { query })
  return { people, ...Object.fromEntries(stages.map(({ stage, count }) => [stage, count])) }
}
const namesAt = async (who: Person, stage: 'interested' | 'drafted' | 'recognized') =>
  (await who.does(listFunnelPeople, { query: { stage } })).items.map(({ name }) => name)

test('what people really do brings them on: neither practice nor the academy’s own courses do', async () => {
  const { org, mira, admin, volunteers } = await lab()
  const [mei, kofi] = volunteers.map(({ who }) => who) as [Person, Person]
  expect(await told(mira)).toMatchObject({ people: 4, reached: 0, interested: 4, drafted: 0 })
  await openIn(admin, ['en'])
  await world.settle()
  await mei.does(makePractice)
  await world.settle()
  expect(await told(admin)).toMatchObject({ drafted: 0, validated: 0 })
  const courseId = await published(org, mei, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  await finishCourse(kofi, courseId)
  await kofi.does(giveKudos, { body: { toIds: [mei.id], courseId, reason: 'For all the help' } })
  await world.settle()
  expect(await told(mira)).toMatchObject({ drafted: 1, validated: 1, learned: 1, recognized: 1 })
  expect(await namesAt(mira, 'recognized')).toEqual(['Mei Tanaka'])
  const [{ kudosId }] = (await org.facts('kudos.given')) as [{ kudosId: string }]
  await kofi.does(withdrawKudos, { params: { kudosId } })
  await world.settle()
  expect(await told(mira)).toMatchObject({ learned: 1, recognized: 0 })
  expect(await namesAt(mira, 'recognized')).toEqual([])
})

test('who volunteers no more is not interested, and of fewer people than may be told nothing is', async () => {
  const { mira, volunteers } = await lab()
  expect(await namesAt(mira, 'interested')).toHaveLength(4)
  const [first, second] = volunteers.map(({ volunteerId }) => ({ params: { volunteerId } }))
  await volunteers[0]?.who.does(withdrawVolunteer, first)
  await world.settle()
  expect(await told(mira)).toMatchObject({ people: 3, interested: 3 })
  await volunteers[1]?.who.does(withdrawVolunteer, second)
  await world.settle()
  const { people, stages, stops } = await mira.does(getLeaderFunnel)
  expect({ people, stages, stops }).toEqual({ people: null, stages: [], stops: [] })
  expect(await namesAt(mira, 'interested')).toEqual([])
})

test('why is not said of a stop where few are; who left is counted as that', async () => {
  const { admin, group, mira, volunteers } = await lab()
  const stopped = async () => {
    const { stops } = await mira.does(getLeaderFunnel)
    return stops.filter(({ count }) => count > 0)
  }
  const [mei, kofi] = volunteers.map(({ who }) => who) as [Person, Person]
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  expect(await stopped()).toEqual([{ stage: 'interested', count: 4, why: { waiting: 3, left: 1 } }])
  const course = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: group }
  await mei.does(createCourse, { body: course })
  await world.settle()
  expect(await stopped()).toEqual([
    { stage: 'interested', count: 3, why: { waiting: 2, left: 1 } },
    { stage: 'drafted', count: 1, why: null },
  ])
})

test('managers see the people of their groups, and nobody those of others', async () => {
  const { org, plant, group, mira, volunteers } = await lab()
  const omar = await org.person('Omar Aziz', 'manager', await org.group('Office'))
  const secret = await org.group('Secret', { private: true })
  expect(await told(omar)).toMatchObject({ people: 0 })
  expect(await namesAt(omar, 'interested')).toEqual([])
  expect(await told(mira, { groupId: group })).toMatchObject({ people: 4 })
  for (const endpoint of [getLeaderFunnel, listFunnelPeople, listFunnelStopped] as const) {
    const asks = async (who: Person, query: object) => (await who.isRefused(endpoint, { query })).code
    expect(await asks(omar, { groupId: plant })).toBe('funnel.not-yours')
    expect(await asks(mira, { groupId: secret })).toBe('group.not-found')
    expect(await asks(mira, { campaignId: crypto.randomUUID() })).toBe('campaign.not-found')
    expect((await (volunteers[0] as { who: Person }).who.isRefused(endpoint)).status).toBe(403)
  }
})

test('who opened what, and who said no, has no list', async () => {
  const { admin } = await lab([])
  for (const stage of ['opened', 'no', 'declined']) {
    const query = { stage } as never
    expect((await admin.isRefused(listFunnelPeople, { query })).status).toBe(422)
  }
})

test('who stopped somewhere is told, why as far as it is not what they answered, and of few people nothing', async () => {
  const { mira, admin, volunteers } = await lab()
  const kofi = (volunteers[1] as { who: Person }).who
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  const who = async (query: object) =>
    (await mira.does(listFunnelStopped, { query })).items.map(({ name }) => name)
  expect(await who({ stage: 'interested' })).toEqual(['Ines Sole', 'Kofi Mensah', 'Mei Tanaka', 'Otto Berg'])
  expect(await who({ stage: 'interested', why: 'left' })).toEqual(['Kofi Mensah'])
  expect(await who({ stage: 'interested', why: 'waiting' })).toEqual(['Ines Sole', 'Mei Tanaka', 'Otto Berg'])
  expect(await who({ stage: 'drafted' })).toEqual([])
  for (const [stage, why] of [
    ['reached', 'no'],
    ['reached', 'waiting'],
    ['nominated', 'declined'],
    ['nominated', 'later'],
  ] as const)
    expect((await mira.isRefused(listFunnelStopped, { query: { stage, why } })).code).toBe(
      'funnel.answer-is-theirs',
    )
  await admin.does(setFewestTold, { body: { people: 5 } })
  expect(await who({ stage: 'interested' })).toEqual([])
})

test('the past is counted once, by a job that may come again', async () => {
  const { org, mira } = await lab()
  const before = await told(mira)
  const rows = () => world.stored<object>(org.id, 'select at from counted_funnels')
  await world.cairn.tasks.funnel?.({ org: org.id })
  const [first] = await rows()
  await world.cairn.tasks.funnel?.({ org: org.id })
  expect(await rows()).toEqual([first])
  expect(await told(mira)).toEqual(before)
})
