import { expect, test } from 'vitest'
import { startCourse } from '#learning/contract.ts'
import { endMembership } from '#people/contract.ts'
import { documentOf, published, write } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'
import * as after from './after.contract.ts'
import * as courses from './contract.ts'

const world = openWorld()

async function stage() {
  const org = await world.organization()
  const lab = await org.group('Lab', { private: true })
  const [dana, priya, mei] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Mei Tanaka'),
  ]
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  return { org, lab, dana, priya, mei, courseId, params: { courseId } }
}

test('readers see who last approved what is published, or found that it still holds; nobody who has left is named', async () => {
  const { org, dana, priya, mei, params } = await stage()
  const last = async () => (await mei.does(reviews.getLastVerified, { params })).last
  expect(await last()).toBeNull()
  expect((await mei.isRefused(after.verifyCourse, { params })).code).toBe('course.verify-not-yours')
  await priya.does(after.verifyCourse, { params })
  expect((await last())?.by?.name).toBe('Priya Nair')
  world.pass({ minutes: 5 })
  await dana.does(after.verifyCourse, { params })
  expect((await last())?.by?.name).toBe('Dana Reyes')
  await dana.does(after.unverifyCourse, { params })
  expect((await dana.isRefused(after.unverifyCourse, { params })).code).toBe('verification.not-found')
  expect((await last())?.by?.name).toBe('Priya Nair')
  await (await org.admin()).does(endMembership, { params: { memberId: priya.id } })
  expect(await last()).toMatchObject({ by: null })
  expect(await org.countFacts('course.verified', 'course.unverified')).toBe(3)
})

test('who approved it is who verified it', async () => {
  const { org, dana, mei } = await stage()
  const rosa = await org.person('Rosa Lind', 'reviewer')
  const { course } = await dana.does(courses.createCourse, {
    body: {
      title: 'Pack a balance',
      objective: 'You pack a balance so that it stays dry.',
      groupId: org.root,
    },
  })
  const params = { courseId: course.id }
  await write(dana, course.id, documentOf({ s1: [] }))
  const asked = await dana.does(reviews.askForReview, { params, body: { reviewerIds: [rosa.id] } })
  await rosa.does(reviews.giveVerdict, { params: { reviewId: asked.id }, body: { verdict: 'approve' } })
  expect((await mei.does(reviews.getLastVerified, { params })).last?.by?.name).toBe('Rosa Lind')
})

test('who verifies answers a day that has come, keeps one that is to come, and gets it back by taking theirs back', async () => {
  const { dana, params } = await stage()
  const day = (later: number) =>
    new Date(world.now().getTime() + later * 86_400_000).toISOString().slice(0, 10)
  const set = (to: string) => dana.does(courses.setVerifyBy, { params, body: { day: to } })
  const [today, soon] = [day(0), day(5)]
  await set(soon)
  expect(await dana.does(after.verifyCourse, { params })).toEqual({ verifyBy: soon })
  await set(today)
  expect(await dana.does(after.verifyCourse, { params })).toEqual({ verifyBy: null })
  expect(await dana.does(after.unverifyCourse, { params })).toEqual({ verifyBy: today })
})

test('a course is merged only into one that its readers can see, and never into itself', async () => {
  const { org, lab, dana, mei, courseId, params } = await stage()
  const inLab = await published(
    org,
    await org.person('Lena Vogt', 'leader', lab),
    documentOf({ s1: [] }),
    lab,
  )
  const other = await published(org, dana, documentOf({ s1: [] }))
  const admin = await org.admin()
  const codeOf = async (into: string) =>
    (await admin.isRefused(after.mergeCourse, { params, body: { into } })).faults?.[0]?.code
  expect(await codeOf(courseId)).toBe('course.merge-same')
  expect(await codeOf(inLab)).toBe('course.merge-apart')
  expect((await mei.isRefused(after.mergeCourse, { params, body: { into: other } })).code).toBe(
    'course.retire-not-yours',
  )
  expect((await dana.isRefused(after.unmergeCourse, { params })).code).toBe('course.not-merged')
  await dana.does(after.mergeCourse, { params, body: { into: other } })
  expect((await mei.does(courses.getCourse, { params })).mergedInto?.id).toBe(other)
  const back = { params: { courseId: other }, body: { into: courseId } }
  expect((await dana.isRefused(after.mergeCourse, back)).status).toBe(404)
  await dana.does(courses.retireCourse, { params: { courseId: other } })
  expect((await mei.isRefused(courses.getCourse, { params })).status).toBe(404)
})

test('a retired course is found by nobody and begun by nobody, and whoever had begun it keeps it', async () => {
  const { org, dana, mei, params } = await stage()
  await mei.does(startCourse, { params })
  await dana.does(courses.retireCourse, { params })
  const late = await org.person('Late Reader')
  expect((await late.isRefused(courses.getCourse, { params })).status).toBe(404)
  expect((await late.isRefused(startCourse, { params })).status).toBe(404)
  expect((await late.does(courses.listCourses, {})).items).toEqual([])
  expect(await mei.does(courses.getCourse, { params })).toMatchObject({
    state: 'retired',
    can: { learn: true },
  })
  expect((await mei.does(startCourse, { params })).stepId).toBeTruthy()
})
