import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { changeGroup } from '#people/contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { computeRadar, getExpertise, listHelpSubjects } from '../radar.contract.ts'
import { addTopic } from '../topic.contract.ts'

const world = openWorld()

/** A company in which Dana answers six colleagues' questions on three courses, one of which is of a group of its own. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]
  const lab = await org.group('Lab')
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Zeroing', words: ['zero it'] } })
  const others: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) others.push(await org.person(name))
  const courses: string[] = []
  for (const groupId of [org.root, org.root, lab])
    courses.push(await published(org, mei, documentOf({ s1: [] }), groupId))
  for (const [at, one] of others.entries()) {
    const params = { courseId: courses[at % 3] ?? '' }
    const { id: parentId } = await one.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
    await dana.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  }
  const count = async () => {
    await world.settle()
    await admin.does(computeRadar)
    await world.settle()
  }
  const of = (kind: 'answered' | 'thanked', more: object = {}) => ({
    params: { memberId: dana.id },
    query: { kind, topicId, ...more },
  })
  return { admin, dana, mei, lab, others, courses, count, of, topicId }
}

test('a part of a score leads to what it counts, page by page, to those who are told its figures', async () => {
  const { admin, dana, mei, courses, count, of, topicId } = await company()
  await count()
  const { expertise } = await admin.does(getExpertise, { params: { memberId: dana.id } })
  expect(expertise?.parts).toMatchObject([{ kind: 'answered', topic: { id: topicId }, acts: 6 }])
  const subjects = courses.toReversed().map((subjectId) => ({ kind: 'answered', subjectId, acts: null }))
  expect((await admin.does(listHelpSubjects, of('answered'))).items).toMatchObject(subjects)
  const first = await admin.does(listHelpSubjects, of('answered', { limit: 2 }))
  const rest = await admin.does(listHelpSubjects, of('answered', { limit: 2, after: first.next ?? '' }))
  expect([...first.items, ...rest.items]).toMatchObject(subjects)
  expect(rest.next).toBeNull()
  expect((await dana.does(listHelpSubjects, of('answered'))).items).toMatchObject(
    subjects.map((one) => ({ ...one, acts: 2 })),
  )
  const apart = { params: { memberId: dana.id }, query: { kind: 'answered' as const } }
  expect((await admin.does(listHelpSubjects, apart)).items).toEqual([])
  expect(await mei.isRefused(listHelpSubjects, of('answered'))).toMatchObject({ code: 'radar.not-yours' })
})

test('a part of too few people leads nowhere but for who it is about, and neither does what it could be told from', async () => {
  const { admin, dana, others, courses, count, of } = await company()
  for (const one of others.slice(0, 2)) {
    const body = { toIds: [dana.id], reason: 'For the help with this', courseId: courses[0] ?? '' }
    await one.does(giveKudos, { body })
  }
  await count()
  for (const kind of ['thanked', 'answered'] as const) {
    expect((await admin.does(listHelpSubjects, of(kind))).items).toEqual([])
    expect((await dana.does(listHelpSubjects, of(kind))).items).not.toEqual([])
  }
})

test('what the reader may not see is not among it, and of who takes no part there is nothing', async () => {
  const { admin, dana, lab, courses, count, of } = await company()
  await count()
  await admin.does(changeGroup, { params: { groupId: lab }, body: { private: true } })
  const seen = (await dana.does(listHelpSubjects, of('answered'))).items
  expect(seen.map(({ subjectId }) => subjectId)).toEqual([courses[1], courses[0]])
  expect((await admin.does(listHelpSubjects, of('answered'))).items).toHaveLength(3)
  await dana.does(leaveDetection)
  for (const who of [admin, dana])
    expect((await who.does(listHelpSubjects, of('answered'))).items).toEqual([])
})
