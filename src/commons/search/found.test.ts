import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as people from '#people/contract.ts'
import { documentOf, publishAgain, published, truth, words } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import { search } from './contract.ts'

const world = openWorld()

async function library() {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const document = documentOf({ s1: [words('w1', 'Étalonner le capteur à vide'), truth('q1')] })
  const courseId = await published(org, dana, document)
  const found = async (q: string) =>
    (await dana.does(search, { query: { q } })).items.map(({ kind, title, part }) => [kind, title, part])
  return { org, dana, courseId, found }
}

test('a course is found by its title, and each step by its own words, in either language', async () => {
  const { found } = await library()
  const step = ['step', 'Step s1', 's1AAAAAAAAAA']
  expect(await found('zero it')).toEqual([['course', 'Zero it', '']])
  for (const q of ['étalonner', 'ETALONNER', 'capteur a vide', 'etalo'])
    expect(await found(q)).toEqual([step])
  expect(await found('zerro it')).toEqual([['course', 'Zero it', '']])
})

test('what a question accepts and says afterwards is found by nobody', async () => {
  const { found } = await library()
  expect(await found('right words')).toEqual([])
  expect(await found('wrong words')).toEqual([])
})

test('what is gone is not found: an old step, a retired course, somebody who left; and comes back with them', async () => {
  const { org, dana, courseId, found } = await library()
  await publishAgain(org, dana, courseId, documentOf({ s2: [words('w2', 'Other things')] }))
  expect(await found('capteur')).toEqual([])
  expect(await found('other things')).toEqual([['step', 'Step s2', 's2AAAAAAAAAA']])
  await dana.does(courses.retireCourse, { params: { courseId } })
  await org.settle()
  expect(await found('other things')).toEqual([])
  await dana.does(courses.returnCourse, { params: { courseId } })
  await org.settle()
  expect(await found('other things')).toHaveLength(1)
  const [admin, lena] = [await org.admin(), await org.person('Lena Vogt')]
  await org.settle()
  expect(await found('lena vogt')).toEqual([['member', 'Lena Vogt', '']])
  await admin.does(people.endMembership, { params: { memberId: lena.id } })
  await org.settle()
  expect(await found('lena vogt')).toEqual([])
})

test('a group that becomes private takes its courses and steps out of everybody else’s search at once', async () => {
  const { org, dana } = await library()
  const lab = await org.group('Lab')
  const ines = await org.person('Ines Duarte', 'leader', lab)
  await published(org, ines, documentOf({ s1: [words('w1', 'Hysteresis explained')] }), lab)
  const lea = await org.person('Lea Learner')
  const seen = async (who: typeof lea) =>
    (await who.does(search, { query: { q: 'hysteresis' } })).items.length
  expect([await seen(lea), await seen(ines)]).toEqual([1, 1])
  await (await org.admin()).does(people.changeGroup, { params: { groupId: lab }, body: { private: true } })
  expect([await seen(lea), await seen(ines), await seen(dana)]).toEqual([0, 1, 1])
})
