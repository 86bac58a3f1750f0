import { expect, test } from 'vitest'
import type { Person } from '#test/organization.ts'
import { approve, draft, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import { getOwnFigures, listAgreement } from '../calibration.contract.ts'
import * as reviews from '../contract.ts'
import { judge, setCriterion } from '../criteria.contract.ts'
import type { Policy } from '../queue/policy.ts'
import { listAgreement as agreementOf } from './agreement.ts'

const world = openWorld()

/** A group with an author, somebody who manages it, and reviewers, of whom so many approve. */
async function place({ approvals = 3, ...policy }: Partial<Policy> = {}) {
  const { org, lab, admin, dana, priya, kofi } = await room(world)
  const mei = await org.person('Mei Tanaka', 'reviewer', lab)
  const lena = await org.person('Lena Vogt', 'manager', lab)
  await say(admin, lab, { approvals, mostOpen: 20, approvers: ['reviewers'], ...policy })
  return { org, lab, admin, dana, lena, reviewers: [priya, kofi, mei] as const }
}

/** One course that each of some reviewers judges on one criterion, and approves. */
async function judged(
  dana: Person,
  lab: string,
  levels: readonly (readonly [Person, number])[],
  { criterion = 'accuracy' as const, isBlind = false } = {},
) {
  const params = { courseId: await draft(dana, lab) }
  const reviewerIds = isBlind ? [] : levels.map(([{ id }]) => id)
  const { id: reviewId } = await dana.does(reviews.askForReview, { params, body: { reviewerIds } })
  for (const [who, level] of levels) {
    await who.does(judge, { params: { reviewId, criterion }, body: { level } })
    await who.does(reviews.giveVerdict, { params: { reviewId }, ...approve })
  }
  return reviewId
}

const agreementOn = async (who: Person, groupId: string, key: string) =>
  (await who.does(listAgreement, { params: { groupId } })).items.find((one) => one.key === key)
const own = async (who: Person) => (await who.does(getOwnFigures)).rounds

test('whoever manages a group is told on which criteria its reviewers disagree, from ten courses and three reviewers on', async () => {
  const { org, lab, admin, dana, lena, reviewers } = await place()
  const [priya, kofi, mei] = reviewers
  const round = (one: number, other: number, third: number) =>
    judged(dana, lab, [
      [priya, one],
      [kofi, other],
      [mei, third],
    ])
  for (let course = 0; course < 9; course += 1) await round(1 + (course % 4), 1 + ((course * 3) % 4), 2)
  const few = { state: 'few', alpha: null, courses: 9, reviewers: 3 }
  expect(await agreementOn(lena, lab, 'accuracy')).toMatchObject(few)
  await round(4, 1, 2)
  const told = await agreementOn(lena, lab, 'accuracy')
  expect(told).toMatchObject({ state: 'disagreed', courses: 10, reviewers: 3, words: null })
  expect(told?.alpha).toBeLessThan(0.667)
  expect(await agreementOn(lena, lab, 'clarity')).toMatchObject({ ...few, courses: 0, reviewers: 0 })
  // Above the group the same courses count; what is not judged there is not told.
  expect(await agreementOn(admin, org.root, 'accuracy')).toMatchObject({ state: 'disagreed', courses: 10 })
  const body = { weight: 0, passesAt: 3, words: null }
  await admin.does(setCriterion, { params: { groupId: lab, key: 'accuracy' }, body })
  expect(await agreementOn(lena, lab, 'accuracy')).toBeUndefined()
  for (const who of [dana, priya])
    expect(await who.isRefused(listAgreement, { params: { groupId: lab } })).toMatchObject({
      ...{ status: 403, code: 'queue.not-yours' },
    })
})

test('of a group with many rounds the latest tell: reviewers who have come to judge alike are not held to what was before', async () => {
  const { org, lab, dana, reviewers } = await place()
  const [priya, kofi, mei] = reviewers
  const round = (levels: readonly [number, number, number]) =>
    judged(dana, lab, [
      [priya, levels[0]],
      [kofi, levels[1]],
      [mei, levels[2]],
    ])
  for (let course = 0; course < 4; course += 1) await round([1, 4, 1 + course])
  for (let course = 0; course < 10; course += 1) {
    const level = 2 + (course % 2)
    await round([level, level, level])
  }
  // One verdict says nothing of agreement: it takes no place among the latest.
  await dana.does(reviews.withdrawReview, { params: { reviewId: await judged(dana, lab, [[priya, 1]]) } })
  const of = async (most?: number) => {
    const { items } = await org.as((scope) => agreementOf(scope, lab, most))
    return items.find(({ key }) => key === 'accuracy')
  }
  expect(await of(10)).toMatchObject({ state: 'agreed', courses: 10, alpha: 1 })
  expect(await of()).toMatchObject({ state: 'disagreed', courses: 14 })
})

test('where they judge alike nothing is flagged; a course that one judged, or of a year ago, does not count', async () => {
  const { org, lab, dana, lena, reviewers } = await place()
  const [priya, kofi, mei] = reviewers
  for (let course = 0; course < 10; course += 1) {
    const level = 2 + (course % 3)
    await judged(dana, lab, [
      [priya, level],
      [kofi, level],
      [mei, course === 0 ? 3 : level],
    ])
  }
  const reviewId = await judged(dana, lab, [[priya, 1]])
  await dana.does(reviews.withdrawReview, { params: { reviewId } })
  const told = await agreementOn(lena, lab, 'accuracy')
  expect(told).toMatchObject({ state: 'agreed', courses: 10 })
  expect(told?.alpha).toBeGreaterThan(0.8)
  world.pass({ days: 366 })
  const later = await org.person('Ines Costa', 'manager', lab)
  expect(await agreementOn(later, lab, 'accuracy')).toMatchObject({ state: 'few', courses: 0 })
})

/** As many rounds, in each of which the first judges a level higher than the others. */
async function kindly(count: number, { lab, dana, reviewers }: Here, isBlind = false) {
  const [first, ...others] = reviewers
  for (let course = 0; course < count; course += 1)
    await judged(dana, lab, [[first, 3], ...others.map((one): [Person, number] => [one, 2])], { isBlind })
}
interface Here {
  lab: string
  dana: Person
  reviewers: readonly [Person, ...Person[]]
}

test('a reviewer reads how they judge beside others from five rounds and three others on; also where the rounds are blind', async () => {
  const here = await place({ approvals: 4, isBlind: true })
  const noor = await here.org.person('Noor Alvi', 'reviewer', here.lab)
  const [priya, kofi, mei] = here.reviewers
  const all = { ...here, reviewers: [priya, kofi, mei, noor] as const }
  await kindly(4, all, true)
  const silent = { agreement: null, leniency: null, drift: null }
  expect(await own(priya)).toEqual({ units: 4, missing: 1, others: 3, missingOthers: 0, ...silent })
  await kindly(1, all, true)
  const told = await own(priya)
  expect(told).toEqual({
    ...{ units: 5, missing: 0, others: 3, missingOthers: 0, drift: null },
    ...{ agreement: { same: 0, near: 1 }, leniency: { mean: 1, low: 1, high: 1 } },
  })
  for (const name of ['Kofi', 'Mei', 'Noor', kofi.id, mei.id, noor.id])
    expect(JSON.stringify(told)).not.toContain(name)
  // A third of a level below the mean of the three others, of whom one judged higher.
  expect((await own(kofi)).leniency?.mean).toBeCloseTo(-1 / 3, 9)
  expect((await own(here.admin)).units).toBe(0)
})

test('beside two others nothing is told, however many rounds there were: it would tell what one of them thinks', async () => {
  const here = await place()
  await kindly(6, here)
  expect(await own(here.reviewers[0])).toEqual({
    ...{ units: 6, missing: 0, others: 2, missingOthers: 1 },
    ...{ agreement: null, leniency: null, drift: null },
  })
})

test('an open round does not count, nor what somebody judged without a verdict', async () => {
  const { lab, dana, reviewers } = await place()
  const [priya, kofi, mei] = reviewers
  const reviewId = await judged(dana, lab, [
    [priya, 3],
    [kofi, 2],
  ])
  expect((await own(priya)).units).toBe(0)
  await dana.does(reviews.withdrawReview, { params: { reviewId } })
  expect(await own(priya)).toMatchObject({ units: 1, others: 1 })
  expect((await own(mei)).units).toBe(0)
})
