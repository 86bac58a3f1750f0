import { expect, test } from 'vitest'
import { closeAcademy, getAcademy } from '#academy/contract.ts'
import { createCourse } from '#course/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { startCourse } from '#learning/contract.ts'
import { commentOnCourse } from '#learning/talk.contract.ts'
import { openIn } from '#test/academy-path.ts'
import { documentOf, publishAgain, published, words } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { at, come, plantIn } from '#test/volunteer.ts'
import { openWorld } from '#test/world.ts'
import { chooseStep, getVolunteering, listWaitingQuestions } from './contract.ts'

const world = openWorld()

test('a step is chosen, and ticked off by what one really does', async () => {
  const { org, dana, mei, admin } = await plantIn(world)
  const { id } = await come(mei)
  const choose = (step: 'topic' | 'answer' | 'academy') => mei.does(chooseStep, { ...at(id), body: { step } })
  expect(await choose('topic')).toMatchObject({ step: 'topic', done: [] })
  await choose('topic')
  expect(await choose('answer')).toMatchObject({ step: 'answer' })
  expect(await org.facts('volunteer.chose')).toMatchObject([{ step: 'topic' }, { step: 'answer' }])
  expect((await dana.isRefused(chooseStep, { ...at(id), body: { step: 'topic' } })).status).toBe(404)

  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const said = { languages: ['en' as const], availability: 'open' as const, until: null }
  await mei.does(setProfile, { body: { helpsWith: 'Torque', topicIds: [topicId], ...said } })
  const courseId = await published(org, dana, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  const say = (who: Person, body: string, parentId: string | null = null) =>
    who.does(commentOnCourse, { params: { courseId }, body: { body, parentId } })
  const { id: own } = await say(mei, 'Do I zero it warm?')
  await say(mei, 'I mean the small one.', own)
  await world.settle()
  const done = async () => (await mei.does(getVolunteering)).items[0]?.done
  expect(await done()).toEqual(['topic'])
  const { id: asked } = await say(dana, 'Which torque wrench is yours?')
  await say(mei, 'The red one.', asked)
  await world.settle()
  expect(await done()).toEqual(['topic', 'answer'])
  // Who said before what they can help with has done so.
  const sales = await org.group('Sales')
  expect((await come(mei, sales)).done).toEqual(['topic'])
})

test('the academy is offered once it is open, and beginning a course of it ticks that step off', async () => {
  const { mei, admin } = await plantIn(world)
  await come(mei)
  const mine = () => mei.does(getVolunteering)
  expect((await mine()).offers).toEqual(['topic', 'answer'])
  await openIn(admin)
  await world.settle()
  expect(await mine()).toMatchObject({ offers: ['topic', 'answer', 'academy'], items: [{ done: [] }] })
  const [first] = (await mei.does(getAcademy)).path[0]?.courses ?? []
  await mei.does(startCourse, { params: { courseId: first?.id ?? '' } })
  await world.settle()
  expect((await mine()).items).toMatchObject([{ done: ['academy'] }])
  await admin.does(closeAcademy)
  expect((await mine()).offers).toEqual(['topic', 'answer'])
})

test('questions that wait are real ones that the reader may see, near their topics first', async () => {
  const { org, dana, mei, admin } = await plantIn(world)
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const document = documentOf({ s1: [words('w1', 'Warm it up.')] })
  const secret = await org.group('Board', { private: true })
  const insider = await org.person('Ines Insider', 'leader', secret)
  const on = async (who: Person, groupId: string, title: string) => {
    const body = { title, objective: 'You zero a gauge in the cold.', groupId }
    const { course } = await who.does(createCourse, { body })
    await publishAgain(org, who, course.id, document)
    return course.id
  }
  const [plain, near, hidden] = [
    await on(dana, org.root, 'Invoices'),
    await on(dana, org.root, 'Torque'),
    await on(insider, secret, 'Torque of the board'),
  ]
  const ask = (courseId: string, body: string, who = dana) =>
    who.does(commentOnCourse, { params: { courseId }, body: { body } })
  await ask(plain, 'Where do I send it?')
  await ask(plain, 'A good course.')
  await ask(near, 'How tight is tight?')
  const { id: answered } = await ask(near, 'And how loose?')
  await ask(hidden, 'Who is to go?', insider)
  await ask(near, 'My own question?', mei)
  const kofi = await org.person('Kofi Mensah')
  await kofi.does(commentOnCourse, {
    params: { courseId: near },
    body: { body: 'Not at all.', parentId: answered },
  })
  const said = { languages: ['en' as const], availability: 'open' as const, until: null }
  await mei.does(setProfile, { body: { helpsWith: 'Torque', topicIds: [topicId], ...said } })
  await world.settle()
  const { items } = await mei.does(listWaitingQuestions)
  expect(items.map(({ words: asked, isNear }) => [asked, isNear])).toEqual([
    ['How tight is tight?', true],
    ['Where do I send it?', false],
  ])
  expect((await insider.does(listWaitingQuestions)).items).toHaveLength(3)
})
