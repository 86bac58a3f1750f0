import { expect, test } from 'vitest'
import { getDraft, listCourses, listMyCourses, retireCourse, saveDraft } from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { listEvidence } from '#leader/contract.ts'
import { endMembership, listGroups } from '#people/contract.ts'
import { archiveGroup } from '#people/group.contract.ts'
import { openIn } from '#test/academy-path.ts'
import { openWorld } from '#test/world.ts'
import { setCharterRule } from '#validation/charter.contract.ts'
import { closeAcademy, getAcademy, listAcademyMembers, makePractice, openAcademy } from './contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  return { org, admin: await org.admin(), mei: await org.person('Mei Tanaka') }
}

test('an administrator opens it, in a language: six ordinary courses come in with their pictures, and a day to be checked', async () => {
  const { org, admin, mei } = await company()
  expect(await mei.does(getAcademy)).toMatchObject({ state: 'none', path: [], can: { open: false } })
  const made = await openIn(admin)
  expect(made).toMatchObject({ state: 'opening', languages: [{ language: 'en', made: 0, of: 6 }] })
  await world.settle()
  const academy = await mei.does(getAcademy)
  expect(academy).toMatchObject({ state: 'open', languages: [{ made: 6 }], stopped: [], startedAt: null })
  expect(academy.path.map(({ place, done }) => [place, done])).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => [n, false]),
  )
  const [first] = academy.path[0]?.courses ?? []
  expect(first).toMatchObject({ language: 'en', stepsDone: 0, isOwn: false, stepId: expect.any(String) })
  expect(first?.minutes).toBeGreaterThanOrEqual(10)
  const { items } = await mei.does(listCourses, { query: { limit: 100 } })
  expect(items).toHaveLength(6)
  const draft = await admin.does(getDraft, { params: { courseId: first?.id ?? '' } })
  expect(draft.verifyBy).toBe('2027-03-02')
  expect(JSON.stringify(draft.document)).toContain('"type":"image"')
  expect((await org.facts('review.waived')).length).toBe(6)
  expect(await org.facts('review.waived')).toMatchObject(Array(6).fill({ reason: 'academy' }))
  const groups = (await mei.does(listGroups)).items.map(({ name }) => name)
  expect(groups).toContain('Leaders’ academy')
  expect(await org.facts('academy.opened')).toMatchObject([{ languages: ['en'] }])
})

test('everybody reads once that it is open, and whoever opened it is credited with nothing', async () => {
  const { org, admin, mei } = await company()
  await openIn(admin)
  await world.settle()
  const news = async () => (await mei.does(getFeed)).items.map(({ kind }) => kind)
  expect(await news()).toEqual(['academy.opened'])
  await openIn(admin, ['fr'])
  await world.settle()
  expect(await news()).toEqual(['academy.opened'])
  expect((await admin.does(listEvidence, { params: { memberId: admin.id } })).items).toEqual([])
  expect(await world.stored(org.id, 'select key from signals')).toEqual([])
  expect(await world.stored(org.id, `select key from rule_events where kind = 'course-validated'`)).toEqual(
    [],
  )
  await admin.does(closeAcademy)
  await world.settle()
  expect(await news()).toEqual([])
})

test('opening it again, twice at once, or in another language makes nothing twice, and changes nothing that was edited', async () => {
  const { org, admin, mei } = await company()
  const both = await Promise.all([openIn(admin), openIn(admin)])
  expect(new Set(both.map(({ groupId }) => groupId)).size).toBe(1)
  await world.settle()
  const courseId = (await mei.does(getAcademy)).path[0]?.courses[0]?.id ?? ''
  const { course, document, revision } = await admin.does(getDraft, { params: { courseId } })
  const { objective, tags, language } = course
  const body = { revision, title: 'Our own tools', objective, tags, language, document }
  await admin.does(saveDraft, { params: { courseId }, body })
  await openIn(admin, ['en', 'fr'])
  await world.settle()
  expect((await admin.does(getDraft, { params: { courseId } })).course.title).toBe('Our own tools')
  expect((await mei.does(listCourses, { query: { limit: 100 } })).items).toHaveLength(12)
  const { path } = await mei.does(getAcademy)
  expect(path.map(({ courses }) => courses.map(({ language: said }) => said))).toEqual(
    Array(6).fill(['en', 'fr']),
  )
  expect(await org.countFacts('academy.opened', 'badge.designed')).toBe(3)
  await openIn(admin, ['fr'])
  expect(await org.countFacts('academy.opened')).toBe(2)
})

test('closing it takes its courses out of sight, opening it brings back just those', async () => {
  const { org, admin, mei } = await company()
  expect(await admin.isRefused(closeAcademy)).toMatchObject({ code: 'academy.not-open' })
  await openIn(admin)
  await world.settle()
  const { path } = await mei.does(getAcademy)
  const retired = path[5]?.courses[0]?.id ?? ''
  await admin.does(retireCourse, { params: { courseId: retired } })
  expect(await admin.does(closeAcademy)).toMatchObject({ state: 'closed' })
  const seen = async () => (await mei.does(listCourses, { query: { limit: 100 } })).items.length
  expect([await seen(), (await mei.does(getAcademy)).state]).toEqual([0, 'closed'])
  expect(await mei.isRefused(makePractice)).toMatchObject({ code: 'academy.not-open' })
  await openIn(admin)
  await world.settle()
  // What was retired before is no longer asked.
  expect([await seen(), (await mei.does(getAcademy)).path.length]).toEqual([5, 5])
  expect(await org.countFacts('academy.opened', 'academy.closed')).toBe(3)
})

test('only who administers the whole organization opens and closes it, and not into a group that is archived', async () => {
  const { org, admin, mei } = await company()
  const lab = await org.group('Lab')
  const local = await org.person('Lena Local', 'admin', lab)
  for (const who of [mei, local]) {
    expect((await who.isRefused(openAcademy, { body: { languages: ['en'] } })).status).toBe(403)
    expect((await who.isRefused(closeAcademy)).status).toBe(403)
  }
  const { groupId } = await openIn(admin)
  await world.settle()
  await admin.does(archiveGroup, { params: { groupId: groupId ?? '' } })
  expect(await admin.isRefused(openAcademy, { body: { languages: ['fr'] } })).toMatchObject({
    code: 'academy.group-archived',
  })
})

test('what the charter stops waits as a draft of whoever opened the academy, and goes on when it is put right', async () => {
  const { org, admin, mei } = await company()
  const rule = (level: 'block' | 'warn') => ({
    params: { groupId: org.root, rule: 'expiry' as const },
    body: { level, figure: 1 },
  })
  await admin.does(setCharterRule, rule('block'))
  await openIn(admin)
  await world.settle()
  const { state, stopped, path } = await admin.does(getAcademy)
  expect([state, stopped.length, path]).toEqual(['open', 6, []])
  expect((await mei.does(getAcademy)).stopped).toEqual([])
  expect((await admin.does(listMyCourses)).items).toHaveLength(6)
  await admin.does(setCharterRule, rule('warn'))
  await openIn(admin)
  await world.settle()
  expect((await mei.does(getAcademy)).path).toHaveLength(6)
})

test('whoever opened it may leave on the way: another administrator goes on with it', async () => {
  const { org, admin } = await company()
  const hal = await org.person('Hal Helper', 'admin')
  await openIn(hal)
  await admin.does(endMembership, { params: { memberId: hal.id } })
  await world.settle()
  expect((await admin.does(getAcademy)).languages).toMatchObject([{ made: 0 }])
  await openIn(admin)
  await world.settle()
  expect(await admin.does(getAcademy)).toMatchObject({ languages: [{ made: 6 }], can: { certify: false } })
})

test('a practice course is there at once, for its member alone, and begins the path', async () => {
  const { org, admin, mei } = await company()
  await openIn(admin)
  await world.settle()
  const [practice, same] = await Promise.all([mei.does(makePractice), mei.does(makePractice)])
  expect(same).toEqual(practice)
  expect(await mei.does(getAcademy)).toMatchObject({ practice, startedAt: expect.any(String), own: null })
  expect((await admin.isRefused(getDraft, { params: { courseId: practice.id } })).status).toBe(404)
  expect(await org.facts('academy.started')).toEqual([{ memberId: mei.id }])
})

test('who answers for people sees when they began, finished and were certified, of their own groups only', async () => {
  const { org, admin, mei } = await company()
  const [lab, board] = [await org.group('Lab'), await org.group('Board', { private: true })]
  const [kofi, secret] = [
    await org.person('Kofi Mensah', 'learner', lab),
    await org.person('Ines Insider', 'learner', board),
  ]
  const lena = await org.person('Lena Vogt', 'manager', lab)
  await openIn(admin)
  await world.settle()
  for (const who of [mei, kofi, secret]) await who.does(makePractice)
  const seenBy = async (who: typeof lena) =>
    (await who.does(listAcademyMembers)).items.map(({ member }) => member.name)
  expect(await seenBy(lena)).toEqual(['Kofi Mensah'])
  expect(await seenBy(admin)).toEqual(['Ines Insider', 'Kofi Mensah', 'Mei Tanaka'])
  expect(await mei.isRefused(listAcademyMembers)).toMatchObject({ code: 'academy.not-yours' })
  const page = await admin.does(listAcademyMembers, { query: { limit: 2 } })
  expect(
    (await admin.does(listAcademyMembers, { query: { limit: 2, after: page.next ?? '' } })).items,
  ).toHaveLength(1)
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  expect(await seenBy(lena)).toEqual([])
})
