import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { castOf } from '#test/setup/company.ts'
import { playStory } from '#test/setup/story.ts'
import { openWorld } from '#test/world.ts'
import { listApprovals } from '#validation/contract.ts'
import * as learning from './contract.ts'
import * as talk from './talk.contract.ts'

const world = openWorld()

async function published() {
  const org = await world.organization()
  const cast = await castOf(org)
  await playStory(cast, org.root, ['Zeroing a torque transducer'])
  const [course] = (await cast.needs.does(courses.listCourses)).items
  return { org, cast, params: { courseId: course?.id ?? '' } }
}

test('one sees where one stands in a course: before it, in it and after it', async () => {
  const { org, cast, params } = await published()
  const newcomer = await org.person('Nia Newcomer')
  const before = await newcomer.does(learning.getProgress, { params })
  expect(before).toMatchObject({ started: false, progress: { stepsDone: 0, completedAt: null } })
  expect(before.stepId).toBe(before.steps[0]?.id)
  await newcomer.does(learning.startCourse, { params })
  expect(await newcomer.does(learning.getProgress, { params })).toMatchObject({ started: true })
  const after = await cast.learn[0]?.does(learning.getProgress, { params })
  expect(after?.progress.completedAt).not.toBeNull()
  expect(after?.steps.every(({ done }) => done)).toBe(true)
})

test('everyone who may see a course sees which peers stand for it, and nobody else sees anything', async () => {
  const { cast, params } = await published()
  const { items } = await cast.needs.does(listApprovals, { params })
  expect(items.map(({ member }) => member.name)).toEqual(['Priya Nair'])
  expect(JSON.stringify(items)).not.toContain('note')
  const outside = await (await world.organization('Elsewhere')).person('Elsa Where')
  expect((await outside.isRefused(listApprovals, { params })).status).toBe(404)
  expect((await outside.isRefused(learning.getProgress, { params })).status).toBe(404)
})

test('what people say is read newest first when asked so, each with the step it stands on', async () => {
  const { cast, params } = await published()
  const { stepId } = await cast.needs.does(learning.getProgress, { params })
  await cast.needs.does(talk.commentOnCourse, { params, body: { anchor: stepId, body: 'Said last' } })
  await cast.needs.does(talk.commentOnCourse, { params, body: { body: 'Said of the whole' } })
  const query = { order: 'newest' as const, limit: 2 }
  const { items, next } = await cast.needs.does(talk.listCourseComments, { params, query })
  expect(items.map(({ body, stepId: step }) => [body, step])).toEqual([
    ['Said of the whole', null],
    ['Said last', stepId],
  ])
  const older = await cast.needs.does(talk.listCourseComments, {
    params,
    query: { ...query, after: next ?? '' },
  })
  expect(older.items.every(({ body }) => body === 'Is a tenth enough?')).toBe(true)
})

test('courses are found by words of their title, and signs that mean something to a search are only words', async () => {
  const { cast } = await published()
  const found = async (words: string) =>
    (await cast.needs.does(courses.listCourses, { query: { words } })).items.map(({ title }) => title)
  expect(await found('TORQUE trans')).toEqual(['Zeroing a torque transducer'])
  for (const words of ['%', '_', '\\', 'nothing of that']) expect(await found(words)).toEqual([])
})
