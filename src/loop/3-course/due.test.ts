import { expect, test } from 'vitest'
import { documentOf, published } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as courses from './contract.ts'
import { listDueCourses } from './due.contract.ts'
import { findSimilarCourses } from './similar.contract.ts'

const world = openWorld()

test('who writes a title hears of published courses of others that say nearly the same, and of none they may not see', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab', { private: true })
  const [dana, kofi] = [await org.person('Dana Reyes'), await org.person('Kofi Mensah')]
  const inLab = await org.person('Lena Vogt', 'leader', lab)
  await published(org, dana, documentOf({ s1: [] }))
  await published(org, inLab, documentOf({ s1: [] }), lab)
  await dana.does(courses.createCourse, { body: { title: 'Zero it soon', groupId: org.root } })
  const near = async (who: typeof dana, title: string) =>
    (await who.does(findSimilarCourses, { query: { title } })).items.map(({ author }) => author.name)
  expect(await near(kofi, 'zéro it')).toEqual(['Dana Reyes'])
  expect(await near(kofi, 'It, zeroed')).toEqual(['Dana Reyes'])
  expect(await near(kofi, 'Pack a balance')).toEqual([])
  expect(await near(dana, 'Zero it')).toEqual([])
  expect(await near(inLab, 'Zero it')).toEqual(['Dana Reyes'])
})

test('a published course whose day has come waits for its author alone, until a new day is set or it is taken out of sight', async () => {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah', 'leader')]
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  const params = { courseId }
  const day = (after: number) =>
    new Date(world.now().getTime() + after * 86_400_000).toISOString().slice(0, 10)
  const due = async (who: typeof dana) => (await who.does(listDueCourses)).items.map(({ id }) => id)
  expect(await due(dana)).toEqual([])
  await dana.does(courses.setVerifyBy, { params, body: { day: day(2) } })
  expect(await due(dana)).toEqual([])
  world.pass({ days: 2 })
  expect(await due(dana)).toEqual([courseId])
  expect(await due(kofi)).toEqual([])
  await dana.does(courses.retireCourse, { params })
  expect(await due(dana)).toEqual([])
  await dana.does(courses.returnCourse, { params })
  await dana.does(courses.setVerifyBy, { params, body: { day: day(100) } })
  expect(await due(dana)).toEqual([])
})
