import { expect, test } from 'vitest'
import { createCourse } from '#course/contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { documentOf, publishAgain } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as topics from '../topic.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  const add = (name: string, words: string[] = []) => admin.does(topics.addTopic, { body: { name, words } })
  const need = async (title: string, groupId = org.root) => {
    await mei.does(raiseNeed, { body: { title, details: '', groupId } })
    await world.settle()
  }
  const listed = async (who = mei) =>
    (await who.does(topics.listTopics)).items.map(({ name, needs }) => `${name} ${needs}`)
  return { org, admin, mei, add, need, listed }
}

test('a need is of the topic whose words it has, in whatever form, also of topics that are named later', async () => {
  const { add, need, listed } = await company()
  await add('Torque wrenches', ['torque spanner'])
  await need('My wrench with torque clicks early')
  await need('Which spanner for which torque?')
  await need('How to weld')
  expect(await listed()).toEqual(['Torque wrenches 2'])
  await add('Torque')
  await add('Welding', ['weld'])
  await world.settle()
  expect(await listed()).toEqual(['Torque 0', 'Torque wrenches 2', 'Welding 1'])
})

test('a course is of the topic that its title or one of its tags names', async () => {
  const { org, mei, add } = await company()
  const document = documentOf({ s1: [] })
  const body = { title: 'Zero it', groupId: org.root, tags: ['torque'] }
  const { course } = await mei.does(createCourse, { body })
  const counted = async () => {
    await world.settle()
    return (await mei.does(topics.listTopics)).items.map(({ name, courses }) => `${name} ${courses}`)
  }
  await add('Torque')
  await publishAgain(org, mei, course.id, document)
  expect(await counted()).toEqual(['Torque 1'])
  // Told anew for all of them, it is the same.
  await add('Force')
  expect(await counted()).toEqual(['Force 0', 'Torque 1'])
})

test('a topic is renamed, merged and taken out again without losing anything', async () => {
  const { admin, add, need, listed } = await company()
  const [torque, force] = [await add('Torque'), await add('Force')]
  await need('Zero of a torque gauge')
  await need('A force that creeps')
  const merge = { params: { topicId: force.id }, body: { into: torque.id } }
  expect(await admin.does(topics.mergeTopic, merge)).toMatchObject({
    name: 'Torque',
    merged: [{ id: force.id, name: 'Force' }],
  })
  await world.settle()
  expect(await listed()).toEqual(['Torque 2'])
  const renamed = { name: 'Torque and force', words: ['torque'] }
  await admin.does(topics.changeTopic, { params: { topicId: torque.id }, body: renamed })
  await world.settle()
  expect(await listed()).toEqual(['Torque and force 2'])
  await admin.does(topics.unmergeTopic, { params: { topicId: force.id } })
  await world.settle()
  expect(await listed()).toEqual(['Force 1', 'Torque and force 1'])
  await admin.does(topics.removeTopic, { params: { topicId: torque.id } })
  await world.settle()
  expect(await listed()).toEqual(['Force 1'])
})

test('merging goes on to where the other one was merged, and never in a circle', async () => {
  const { admin, add } = await company()
  const [a, b, c] = [await add('One thing'), await add('Other thing'), await add('Third thing')]
  const merge = (from: { id: string }, into: { id: string }) => ({
    params: { topicId: from.id },
    body: { into: into.id },
  })
  await admin.does(topics.mergeTopic, merge(a, b))
  expect(await admin.isRefused(topics.mergeTopic, merge(b, a))).toMatchObject({ code: 'topic.itself' })
  expect(await admin.isRefused(topics.mergeTopic, merge(b, b))).toMatchObject({ code: 'topic.itself' })
  expect((await admin.does(topics.mergeTopic, merge(b, c))).merged.map(({ name }) => name)).toEqual([
    'One thing',
    'Other thing',
  ])
  const apart = { params: { topicId: c.id } }
  expect(await admin.isRefused(topics.unmergeTopic, apart)).toMatchObject({ code: 'topic.not-merged' })
})

test('a name belongs to one topic; only who leads, manages or administers everything names topics', async () => {
  const { org, admin, mei, add } = await company()
  await add('Torque', ['Moment'])
  const taken = { body: { name: 'Forces', words: ['MOMENT'] } }
  expect(await admin.isRefused(topics.addTopic, taken)).toMatchObject({
    code: 'topic.words-taken',
    detail: '“Moment” is a name of “Torque” already.',
  })
  const leader = await org.person('Lea Leader', 'leader', await org.group('Lab'))
  for (const who of [mei, leader])
    expect(await who.isRefused(topics.addTopic, { body: { name: 'Mass' } })).toMatchObject({
      code: 'topic.not-yours',
    })
  const wide = await org.person('Wim Wide', 'leader')
  expect((await wide.does(topics.addTopic, { body: { name: 'Mass' } })).name).toBe('Mass')
})

test('what titles speak of is proposed until it is a topic; private titles only to who may see them', async () => {
  const { org, mei, add, need } = await company()
  for (const title of ['Why a gauge block wears', 'How worn is a gauge block?', 'Cleaning of gauge blocks'])
    await need(title)
  const board = await org.group('Board', { private: true })
  const insider = await org.person('Ines Insider', 'leader', board)
  for (const title of ['About a secret merger', 'Who knows of the secret merger?'])
    await insider.does(raiseNeed, { body: { title, details: '', groupId: board } })
  const proposed = async (who: typeof mei) =>
    (await who.does(topics.proposeTopics)).items.map(({ name, titles }) => `${name} ${titles}`)
  expect(await proposed(mei)).toEqual(['Gauge block 3'])
  expect((await proposed(insider)).sort()).toEqual(['Gauge block 3', 'Secret merger 2'])
  await add('Gauge blocks')
  expect(await proposed(mei)).toEqual([])
})
