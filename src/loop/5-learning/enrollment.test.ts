import { expect, test } from 'vitest'
import { blockId, documentOf, published, truth } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as learning from './contract.ts'

const world = openWorld()

/** A course of which nobody has opened anything, and who learns it. */
async function unopened(steps: Record<string, unknown[]>) {
  const org = await world.organization()
  const courseId = await published(org, await org.person('Dana Reyes', 'leader'), documentOf(steps))
  const mei = await org.person('Mei Tanaka')
  const starts = () => org.countFacts('course.started')
  const place = async () => (await mei.does(learning.listMyLearning)).items[0]
  return { params: { courseId }, mei, starts, place }
}

test('whoever answers has started the course, though what opens it is not there yet', async () => {
  const { params, mei, starts, place } = await unopened({ s1: [], s2: [truth('q1')] })
  const body = { blockId: blockId('q1'), response: { truth: false } }
  await mei.does(learning.answerQuestion, { params, body })
  expect(await place()).toMatchObject({ stepId: blockId('s2'), progress: { stepsDone: 0, steps: 2 } })
  await mei.does(learning.startCourse, { params })
  expect(await starts()).toBe(1)
})

test('whoever finishes a step has started it, also at the same moment', async () => {
  const { params, mei, starts, place } = await unopened({ s1: [], s2: [] })
  const finish = (step: string) =>
    mei.does(learning.completeStep, { params: { ...params, stepId: blockId(step) } })
  await Promise.all([finish('s1'), mei.does(learning.startCourse, { params })])
  expect((await place())?.progress).toMatchObject({ stepsDone: 1, completedAt: null })
  await finish('s2')
  expect((await place())?.progress).toMatchObject({ stepsDone: 2, completedAt: expect.any(String) })
  expect(await starts()).toBe(1)
})

test('an answer that is refused starts nothing', async () => {
  const { params, mei, starts, place } = await unopened({ s1: [truth('q1')] })
  const body = { blockId: blockId('q1'), response: { text: 'perhaps' } }
  expect(await mei.isRefused(learning.answerQuestion, { params, body })).toMatchObject({ status: 422 })
  expect([await starts(), await place()]).toEqual([0, undefined])
})
