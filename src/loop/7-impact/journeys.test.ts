import { expect, test } from 'vitest'
import { makePractice } from '#academy/contract.ts'
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import * as learning from '#learning/contract.ts'
import { record } from '#record'
import { openIn } from '#test/academy-path.ts'
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

test('a practice course is no draft on its way to others, until it is published after all', async () => {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka')
  await openIn(await org.admin())
  await world.settle()
  const drafts = async () => {
    await world.settle()
    const { stages } = await mei.does(impact.getLoop)
    return stages.find(({ stage }) => stage === 'course')?.count
  }
  const { id } = await mei.does(makePractice)
  expect(await drafts()).toBe(0)
  const own = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  await mei.does(createCourse, { body: own })
  expect(await drafts()).toBe(1)
  await org.as((scope) => publishCourse(scope, id, null))
  expect(await drafts()).toBe(2)
})
