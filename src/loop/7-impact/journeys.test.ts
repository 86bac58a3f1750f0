import { expect, test } from 'vitest'
import * as learning from '#learning/contract.ts'
import { record } from '#record'
import { blockId, documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as impact from './contract.ts'

const world = openWorld()

test('who finishes their own course is not counted among those who learned, and makes no impact of it', async () => {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  const finish = async (who: Person) => {
    await who.does(learning.startCourse, { params: { courseId } })
    await who.does(learning.completeStep, { params: { courseId, stepId: blockId('s1') } })
  }
  const counted = async () => {
    await world.settle()
    const { stages } = await dana.does(impact.getLoop)
    return ['learning', 'impact'].map((stage) => {
      const { count, detail } = stages.find((one) => one.stage === stage) ?? {}
      return [count, detail]
    })
  }
  // As somebody who finished their own course in the days when that was kept.
  await org.as((scope) => record(scope, 'course.completed', { courseId, memberId: dana.id }))
  expect(await counted()).toEqual([
    [0, 0],
    [0, 0],
  ])
  await finish(await org.person('Mei Tanaka'))
  await finish(await org.person('Kofi Mensah'))
  expect(await counted()).toEqual([
    [1, 2],
    [0, 0],
  ])
  await finish(await org.person('Ines Duarte'))
  expect(await counted()).toEqual([
    [1, 3],
    [1, 3],
  ])
})
