import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { setFewestTold } from '#leader/fewest.contract.ts'
import type { Person } from '#test/organization.ts'
import { readIn, say as sayIn } from '#test/readers.ts'
import { openWorld } from '#test/world.ts'
import * as health from '../health.contract.ts'
import * as talk from '../talk.contract.ts'

const world = openWorld()
const stage = () => readIn(world)
const say = sayIn.bind(null, world)
const healthOf = (who: Person, courseId: string) => who.does(health.getCourseHealth, { params: { courseId } })

test('a course and its steps have a score as soon as enough people said something, and nothing before', async () => {
  const { dana, lena, readers, courseId } = await stage()
  await say(readers.slice(0, 2), courseId, 'useful', 'p1')
  expect((await healthOf(dana, courseId)).score).toBeNull()
  await say(readers.slice(2, 3), courseId, 'wrong', 'p1')
  const { score, steps: parts, fewest } = await healthOf(lena, courseId)
  expect(score).toMatchObject({ share: 67, people: 3, trend: 'few', difference: null })
  expect([fewest, score?.low, score?.high]).toEqual([3, 21, 94])
  expect(parts.map((part) => part.score?.share)).toEqual([67, undefined])
})

test('a part that few spoke of is not told, nor to be found out as what the told ones leave of the whole', async () => {
  const { dana, readers, courseId } = await stage()
  await say(readers.slice(0, 3), courseId, 'useful', 'p1')
  await say(readers.slice(3), courseId, 'wrong', 'p2')
  const { score, steps: parts } = await healthOf(dana, courseId)
  expect(score?.people).toBe(4)
  expect(parts.map((part) => part.score)).toEqual([null, null])
})

test('what the organization tells of more people only is hidden at once', async () => {
  const { org, dana, readers, courseId } = await stage()
  await say(readers, courseId, 'useful')
  expect((await healthOf(dana, courseId)).score?.people).toBe(4)
  await (await org.admin()).does(setFewestTold, { body: { people: 5 } })
  expect((await healthOf(dana, courseId)).score).toBeNull()
})

test('who found fault is told to nobody, nor how many did as long as they are few; one sees one’s own', async () => {
  const { dana, readers, courseId, params } = await stage()
  const counts = async (who: Person) =>
    (await who.does(talk.listCourseReactions, { params })).items.map(({ kind, count, mine }) => [
      ...[kind, count, mine],
    ])
  await say(readers.slice(0, 2), courseId, 'wrong')
  await say(readers.slice(0, 1), courseId, 'like')
  expect(await counts(dana)).toEqual([['like', 1, false]])
  expect(await counts(readers[1] as Person)).toEqual([
    ['like', 1, false],
    ['wrong', null, true],
  ])
  await say(readers.slice(2, 3), courseId, 'wrong')
  expect(await counts(dana)).toContainEqual(['wrong', 3, false])
  const seen = JSON.stringify([
    await healthOf(dana, courseId),
    await dana.does(health.listHealthItems, {}),
    await dana.does(getFeed),
  ])
  for (const { name } of readers) expect(seen).not.toContain(name)
})

test('the scores are for the author and those who lead in the group', async () => {
  const { readers, params, org } = await stage()
  const elsewhere = await org.person('Sam Reed', 'leader', await org.group('Sales'))
  for (const who of [readers[0] as Person, elsewhere])
    expect((await who.isRefused(health.getCourseHealth, { params })).code).toBe('health.not-yours')
})
