import { expect, test } from 'vitest'
import { retireCourse } from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { archiveBadge, listMemberBadges, restoreBadge } from '#recognition/badge.contract.ts'
import { finishCourse, openIn } from '#test/academy-path.ts'
import { documentOf, publishAgain, published, words } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { getAcademy, makePractice } from './contract.ts'

const world = openWorld()
const document = () => documentOf({ s1: [words('w1', 'Warm it up.')] })

async function academy(languages: ('en' | 'fr')[] = ['en']) {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka', 'leader')]
  await openIn(admin, languages)
  await world.settle()
  return { org, admin, mei }
}

const coursesOf = async (who: Person) => (await who.does(getAcademy)).path.map(({ courses }) => courses)

/** Everything that the path asks of somebody, but for the courses at some places. */
async function finish(who: Person, except: number[] = []): Promise<void> {
  for (const [at, courses] of (await coursesOf(who)).entries())
    if (!except.includes(at)) await finishCourse(who, courses[0]?.id ?? '')
  await world.settle()
}

const publish = (org: Organization, who: Person) => published(org, who, document())

test('six courses completed and a first course published: the certificate comes by itself, with its date, as a badge', async () => {
  const { org, admin, mei } = await academy()
  const practice = await mei.does(makePractice)
  await finish(mei)
  const state = await mei.does(getAcademy)
  expect(state).toMatchObject({ trainedAt: expect.any(String), certificate: null, own: null })
  expect(state.path.every(({ done }) => done)).toBe(true)
  // A practice course counts for nothing, whatever becomes of it.
  await publishAgain(org, mei, practice.id, document())
  expect((await mei.does(getAcademy)).own).toBe(null)
  const id = await publish(org, mei)
  await world.settle()
  const { own, certificate } = await mei.does(getAcademy)
  expect([own?.id, certificate?.name]).toEqual([id, 'Leaders’ academy'])
  const { items } = await mei.does(listMemberBadges, { params: { memberId: mei.id } })
  expect(items).toMatchObject([{ id: certificate?.awardId, awardedBy: null, course: { id } }])
  expect((await mei.does(getFeed)).items[0]).toMatchObject({ kind: 'badge.awarded', reason: 'awarded-you' })
  expect(await org.facts('academy.completed')).toEqual([{ memberId: mei.id, awardId: certificate?.awardId }])
  await publish(org, mei)
  await world.settle()
  expect(await org.countFacts('academy.completed', 'academy.trained', 'badge.awarded')).toBe(3)
  expect((await admin.does(getAcademy)).can.certify).toBe(false)
})

test('a course in another language is the same step, and one that was retired is asked no more', async () => {
  const { org, admin, mei } = await academy(['en', 'fr'])
  await publish(org, mei)
  await finish(mei, [0, 5])
  const [first = [], , , , , last = []] = await coursesOf(mei)
  await finishCourse(mei, first.find(({ language }) => language === 'fr')?.id ?? '')
  await world.settle()
  expect((await mei.does(getAcademy)).certificate).toBe(null)
  for (const { id: courseId } of last) await admin.does(retireCourse, { params: { courseId } })
  await world.settle()
  const { path, certificate } = await mei.does(getAcademy)
  expect([path.map(({ place }) => place), certificate !== null]).toEqual([[1, 2, 3, 4, 5], true])
})

test('an archived badge certifies nobody until it is restored; then whoever was through is', async () => {
  const { org, admin, mei } = await academy()
  await publish(org, mei)
  const [{ badgeId = '' } = {}] = (await org.facts('badge.designed')) as { badgeId: string }[]
  await admin.does(archiveBadge, { params: { badgeId } })
  await finish(mei)
  expect(await mei.does(getAcademy)).toMatchObject({ trainedAt: expect.any(String), certificate: null })
  await admin.does(restoreBadge, { params: { badgeId } })
  await world.settle()
  expect((await mei.does(getAcademy)).certificate).not.toBe(null)
})
