import { expect, test } from 'vitest'
import { blockId, documentOf, publishAgain, published, truth } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as learning from './contract.ts'

const world = openWorld()

const steps = { s1: [truth('q1')], s2: [] }

async function authored() {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const courseId = await published(org, dana, documentOf(steps))
  const params = { courseId }
  return { org, dana, courseId, params, step: { params: { courseId, stepId: blockId('s1') } } }
}

const learned = ['course.started', 'question.answered', 'step.completed', 'course.completed'] as const

test('an author looks through their own course and tries its questions, and nothing of that is kept', async () => {
  const { org, dana, params, step } = await authored()
  expect(await dana.does(learning.getStep, step)).toMatchObject({ own: true, answers: [] })
  expect(await dana.does(learning.getProgress, { params })).toMatchObject({
    started: false,
    stepId: blockId('s1'),
  })
  const tried = { blockId: blockId('q1'), response: { truth: false } }
  const scored = await dana.does(learning.answerQuestion, { params, body: tried })
  expect(scored).toMatchObject({ ...tried, correct: false, feedback: 'The wrong words', solution: ['true'] })
  expect((await dana.does(learning.getStep, step)).answers).toEqual([])
  for (const refusal of [
    await dana.isRefused(learning.startCourse, { params }),
    await dana.isRefused(learning.completeStep, step),
  ])
    expect(refusal).toMatchObject({ status: 409, code: 'course.own' })
  expect((await dana.does(learning.listMyLearning)).items).toEqual([])
  expect(await org.countFacts(...learned)).toBe(0)
  const mei = await org.person('Mei Tanaka')
  expect(await mei.does(learning.getStep, step)).toMatchObject({ own: false })
})

test('a reviewer of a course learns it like everybody else', async () => {
  const { org, dana, params, step } = await authored()
  const priya = await org.person('Priya Nair', 'reviewer')
  await priya.does(learning.startCourse, { params })
  expect(await priya.does(learning.getStep, step)).toMatchObject({ own: false })
  expect(await dana.does(learning.getInsight, { params })).toMatchObject({ started: 1 })
})

test('what an author did in their own course in former days counts nowhere, and is not carried on', async () => {
  const { org, dana, courseId, params, step } = await authored()
  await org.as(async ({ db, org: orgId, now }) => {
    const own = { orgId, courseId, memberId: dana.id, stepId: blockId('s1') }
    await db
      .insertInto('enrollments')
      .values({ ...own, version: 1, startedAt: now, seenAt: now })
      .execute()
    await db
      .insertInto('stepProgress')
      .values({ ...own, seenAt: now, doneAt: now })
      .execute()
  })
  const insight = await dana.does(learning.getInsight, { params })
  expect(insight).toMatchObject({ started: 0, completed: 0, steps: [{ reached: 0 }, { reached: 0 }] })
  expect((await dana.does(learning.listLearners, { params })).items).toEqual([])
  expect((await dana.does(learning.listMyLearning)).items).toEqual([])
  expect(await dana.does(learning.getProgress, { params })).toMatchObject({
    started: false,
    progress: { stepsDone: 0 },
  })
  expect(await dana.does(learning.getStep, step)).toMatchObject({ progress: { stepsDone: 0 } })
  // What is left of the course is what they had done of it: for a learner that would complete it.
  await publishAgain(org, dana, courseId, documentOf({ s1: [] }))
  expect(await org.countFacts('course.completed')).toBe(0)
})
