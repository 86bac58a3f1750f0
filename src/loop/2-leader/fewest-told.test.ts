import { expect, test } from 'vitest'
import { reportMiss } from '#search/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { endorse, getProfile, setProfile } from './expert.contract.ts'
import { getFewestTold, setFewestTold } from './fewest.contract.ts'
import { getKnowledgeMap } from './map.contract.ts'
import { addTopic } from './topic.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const people: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva']) people.push(await org.person(name))
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const raise = (fewest: number) => admin.does(setFewestTold, { body: { people: fewest } })
  return { org, admin, people, topicId, raise }
}

test('an administrator says about how many people a figure must be: on record, read by everybody, within bounds', async () => {
  const { org, admin, people, raise } = await company()
  const [ann] = people as [Person]
  expect(await ann.does(getFewestTold)).toEqual({ told: 3, shown: 5, changed: null, can: { set: false } })
  expect(await raise(8)).toMatchObject({
    told: 8,
    shown: 8,
    changed: { by: { id: admin.id } },
    can: { set: true },
  })
  expect(await raise(4)).toMatchObject({ told: 4, shown: 5 })
  await raise(4)
  expect(await org.facts('fewest.set')).toEqual([
    { people: 8, before: 3 },
    { people: 4, before: 8 },
  ])
  for (const wrong of [2, 21, 3.5])
    expect((await admin.isRefused(setFewestTold, { body: { people: wrong } })).faults?.[0]?.pointer).toBe(
      '/people',
    )
  expect(await ann.isRefused(setFewestTold, { body: { people: 5 } })).toMatchObject({ status: 403 })
  await org.grant(ann.id, await org.group('Torque'), 'admin')
  expect(await ann.isRefused(setFewestTold, { body: { people: 5 } })).toMatchObject({
    code: 'purpose.admin-needed',
  })
})

test('whoever looks for the same in several months is one of those who did', async () => {
  const { org, people } = await company()
  const look = async (who: Person) => (await org.again(who)).does(reportMiss, { body: { words: 'knurling' } })
  const unfound = async () => (await (await org.admin()).does(getKnowledgeMap)).unfound
  const [ann, ben, cem] = people as [Person, Person, Person]
  for (let month = 0; month < 3; month += 1) {
    await look(ann)
    world.pass({ days: 28 })
  }
  expect(await unfound()).toEqual([])
  for (const who of [ben, cem]) await look(who)
  expect(await unfound()).toEqual([])
  await look(ann)
  expect(await unfound()).toEqual([{ words: 'knurling', people: 3 }])
})

test('of endorsements one’s own is none of those that make it enough', async () => {
  const { people, topicId } = await company()
  const [ann, ben, cem, dom, eva] = people as [Person, Person, Person, Person, Person]
  const body = {
    helpsWith: 'Torque',
    topicIds: [topicId],
    languages: ['en' as const],
    availability: 'open' as const,
  }
  await ann.does(setProfile, { body: { ...body, until: null } })
  const params = { memberId: ann.id, topicId }
  for (const one of [ben, cem, dom]) await one.does(endorse, { params })
  const countFor = async (who: Person) =>
    (await who.does(getProfile, { params: { memberId: ann.id } })).profile?.topics[0]?.endorsements
  expect([await countFor(ben), await countFor(eva)]).toEqual([null, 3])
  await eva.does(endorse, { params })
  expect([await countFor(ben), await countFor(ann)]).toEqual([4, 4])
})
