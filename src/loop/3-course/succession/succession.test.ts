import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership, returnMember } from '#people/contract.ts'
import { documentOf, published } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as courses from '../contract.ts'
import * as succession from '../succession.contract.ts'

const world = openWorld()

/** Dana wrote a course and a draft in the lab and a course in sales; Max manages the lab. */
async function stage() {
  const org = await world.organization()
  const [lab, sales] = [await org.group('Lab', { private: true }), await org.group('Sales')]
  const dana = await org.person('Dana Reyes', 'leader', lab)
  const [max, kofi, sam] = [
    await org.person('Max Manager', 'manager', lab),
    await org.person('Kofi Mensah', 'leader', lab),
    await org.person('Sam Reed', 'leader', sales),
  ]
  const inLab = await published(org, dana, documentOf({ s1: [] }), lab)
  const inSales = await published(org, dana, documentOf({ s1: [] }), sales)
  const { course } = await dana.does(courses.createCourse, { body: { title: 'A draft', groupId: lab } })
  const admin = await org.admin()
  await dana.does(courses.setVerifyBy, { params: { courseId: inLab }, body: { day: '2027-01-31' } })
  return { org, lab, sales, dana, max, kofi, sam, admin, inLab, inSales, draft: course.id }
}

const leave = async ({ admin, dana }: Awaited<ReturnType<typeof stage>>) => {
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
}

test('nobody hands over what belongs to somebody who is still here', async () => {
  const { max, dana, kofi } = await stage()
  expect(await max.does(succession.listLeavers, {})).toMatchObject({ items: [] })
  const body = { memberId: dana.id, successorId: kofi.id }
  expect((await max.isRefused(succession.handOverCourses, { body })).code).toBe('succession.still-here')
})

test('whoever manages a group hands over all that somebody left there, in one step, and can undo it', async () => {
  const all = await stage()
  const { org, max, dana, kofi, inLab, inSales, draft } = all
  await leave(all)
  const { items } = await max.does(succession.listLeavers, {})
  expect(items).toMatchObject([{ member: { id: dana.id }, published: 1, drafts: 1 }])
  const left = await max.does(succession.listLeftCourses, { params: { memberId: dana.id } })
  expect(left.items.map(({ id }) => id).sort()).toEqual([inLab, draft].sort())

  const made = await max.does(succession.handOverCourses, {
    body: { memberId: dana.id, successorId: kofi.id },
  })
  await world.settle()
  expect(made).toMatchObject({ from: { id: dana.id }, to: { id: kofi.id }, courses: 2 })
  const mine = await kofi.does(courses.listMyCourses, {})
  expect(mine.items.map(({ id }) => id).sort()).toEqual([inLab, draft].sort())
  expect((await kofi.does(courses.getDraft, { params: { courseId: inLab } })).verifyBy).toBe('2027-01-31')
  expect(await kofi.does(courses.getCourse, { params: { courseId: inLab } })).toMatchObject({
    author: { id: kofi.id },
    firstAuthor: { id: dana.id },
    can: { edit: true },
  })
  expect((await kofi.isRefused(courses.getDraft, { params: { courseId: inSales } })).code).toBe(
    'course.not-yours',
  )
  expect((await kofi.does(getFeed, { query: { only: 'personal' } })).items[0]).toMatchObject({
    kind: 'courses.handed-over',
    data: { name: 'Dana Reyes', count: 2 },
  })
  expect(await max.does(succession.listLeavers, {})).toMatchObject({ items: [] })
  expect((await kofi.does(succession.listSuccessions, {})).items).toMatchObject([{ can: { undo: false } }])

  const params = { successionId: made.id }
  expect((await kofi.isRefused(succession.takeCoursesBack, { params })).code).toBe('succession.not-found')
  await max.does(succession.takeCoursesBack, { params })
  expect(await kofi.does(courses.listMyCourses, {})).toMatchObject({ items: [] })
  expect(await max.does(courses.getCourse, { params: { courseId: inLab } })).toMatchObject({
    author: { id: dana.id },
    firstAuthor: null,
  })
  expect((await max.isRefused(succession.takeCoursesBack, { params })).status).toBe(404)
  expect(await org.countFacts('courses.handed-over', 'courses.handed-back')).toBe(2)
})

test('a successor must be here and see every group in which something stands; each group may have its own', async () => {
  const all = await stage()
  const { admin, dana, kofi, sam, lab, sales, inLab, inSales } = all
  await leave(all)
  const over = (successorId: string, groupId: string | null = null) => ({
    body: { memberId: dana.id, successorId, groupId },
  })
  const fault = async (successorId: string) =>
    (await admin.isRefused(succession.handOverCourses, over(successorId))).faults?.[0]
  expect(await fault(sam.id)).toMatchObject({ pointer: '/successorId', code: 'succession.outsider' })
  expect(await fault(dana.id)).toMatchObject({ code: 'member.not-found' })
  expect((await admin.does(succession.handOverCourses, over(sam.id, sales))).courses).toBe(1)
  expect((await admin.does(succession.handOverCourses, over(kofi.id, lab))).courses).toBe(2)
  expect((await admin.isRefused(succession.handOverCourses, over(kofi.id))).code).toBe('succession.nothing')
  expect((await sam.does(courses.listMyCourses, {})).items.map(({ id }) => id)).toEqual([inSales])
  expect((await kofi.does(courses.listMyCourses, {})).items.map(({ id }) => id)).toContain(inLab)
})

test('who manages nothing of it sees nothing of it and hands nothing over', async () => {
  const all = await stage()
  const { kofi, dana, sam } = all
  await leave(all)
  expect(await kofi.does(succession.listLeavers, {})).toMatchObject({ items: [] })
  const params = { memberId: dana.id }
  expect(await kofi.does(succession.listLeftCourses, { params })).toMatchObject({ items: [] })
  const body = { memberId: dana.id, successorId: sam.id }
  expect((await kofi.isRefused(succession.handOverCourses, { body })).code).toBe('succession.nothing')
})

test('what passed from one leaver to the next keeps its first author; who comes back to it is its author again', async () => {
  const all = await stage()
  const { admin, dana, kofi, lab, inLab } = all
  await leave(all)
  const over = (memberId: string, successorId: string) =>
    admin.does(succession.handOverCourses, { body: { memberId, successorId, groupId: lab } })
  const whose = async () => {
    const { author, firstAuthor } = await admin.does(courses.getCourse, { params: { courseId: inLab } })
    return [author.name, firstAuthor?.name ?? null]
  }
  await over(dana.id, kofi.id)
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  await over(kofi.id, (await all.org.person('Mei Tanaka', 'leader', lab)).id)
  expect(await whose()).toEqual(['Mei Tanaka', 'Dana Reyes'])
  await admin.does(returnMember, { params: { memberId: dana.id } })
  const { items } = await admin.does(succession.listSuccessions, {})
  for (const { id } of items) await admin.does(succession.takeCoursesBack, { params: { successionId: id } })
  expect(await whose()).toEqual(['Dana Reyes', null])
})
