import { expect, test } from 'vitest'
import { setFewestTold } from '#leader/fewest.contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as people from '#people/time.contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { switchOnRings } from '#test/ring-flag.ts'
import { openWorld } from '#test/world.ts'
import { giveKudos, withdrawKudos } from '../../contract.ts'
import * as figures from '../../figures.contract.ts'
import { setRecognition } from '../../settings.contract.ts'

const world = openWorld()
const quarter = { query: { days: '90' as const } }

/** A company of fourteen and its administrator, who have been here for a while: a lab of eight, a shop of four, two of no group. */
async function company() {
  const org = await world.organization()
  const [lab, shop] = [await org.group('Lab'), await org.group('Shop')]
  const admin = await org.admin()
  await admin.does(setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const all: Person[] = []
  for (const [at, name] of 'Ann Ben Cem Dom Eva Fay Gil Hal Ian Jan Kay Lou Max Nia'.split(' ').entries())
    all.push(await org.person(name, 'learner', at < 8 ? lab : at < 12 ? shop : org.root))
  const lena = await org.person('Lena', 'manager', lab)
  world.pass({ days: 31 })
  const again = async (who: Person) => org.again(who)
  const thank = async (from: Person, to: Person, points = 0) =>
    (await again(from)).does(giveKudos, {
      body: { toIds: [to.id], reason: 'For all the help', points },
    })
  return { org, lab, shop, all, lena, again, thank, admin: () => org.admin() }
}

test('how thanks and points are shared, whom they reach and what is left is told as far as it is about enough people', async () => {
  const { all, thank, admin, lab, org } = await company()
  const [ann, ben, cem, dom] = all as [Person, Person, Person, Person]
  await thank(ann, ben, 30)
  await thank(ann, cem, 10)
  await thank(dom, ben, 20)
  const { figures: told, people: count, groupId } = await (await admin()).does(figures.getFairness, quarter)
  expect([count, groupId]).toEqual([16, org.root])
  expect(told?.coverage).toEqual({ people: 16, never: 14 })
  expect(told?.thanks).toMatchObject({
    total: 3,
    // One has two of three, another one, fourteen none.
    gini: expect.closeTo(1 - (2 * (0.5 * 1 + 0.5 * 2 + 1)) / (16 * 3), 9),
  })
  expect(told?.points?.total).toBe(60)
  // Sixteen people make five steps of three; the tenth of them would be two people.
  expect(told?.thanks?.lorenz).toHaveLength(6)
  expect(told?.thanks?.topTenth).toBeNull()
  // Of the lab nine are told, and of the shop none: it is of four.
  expect(told?.byGroup).toEqual([{ id: lab, name: 'Lab', people: 9, never: 7 }])
  expect(told?.byTime).toBeNull()
  const month = told?.months.at(-1)
  // Two gave, of a hundred each; fourteen gave nothing of theirs.
  expect(month).toMatchObject({ givers: 2, given: 60, unused: 1540, isOver: false })
  expect(told?.months.length).toBeGreaterThanOrEqual(3)
})

test('thanks that were taken back, of before, or of who has just joined are not counted', async () => {
  const { all, thank, admin, again, org } = await company()
  const [ann, ben, cem] = all as [Person, Person, Person]
  await thank(ann, ben)
  world.pass({ days: 91 })
  await org.person('New')
  const coverage = async (days: '90' | '365') =>
    (await (await admin()).does(figures.getFairness, { query: { days } })).figures?.coverage
  expect(await coverage('90')).toEqual({ people: 16, never: 16 })
  expect(await coverage('365')).toEqual({ people: 16, never: 15 })
  const { id } = await thank(ann, cem)
  expect(await coverage('90')).toEqual({ people: 16, never: 15 })
  await (await again(ann)).does(withdrawKudos, { params: { kudosId: id } })
  expect(await coverage('90')).toEqual({ people: 16, never: 16 })
})

test('who manages a group reads of it and of no other; who manages none reads nothing', async () => {
  const { lab, shop, all, lena, again, org } = await company()
  const manager = await again(lena)
  const own = await manager.does(figures.getFairness, quarter)
  expect(own).toMatchObject({ groupId: lab, people: 9, groups: [{ id: lab, name: 'Lab' }] })
  const of = (groupId: string) => ({ query: { ...quarter.query, groupId } })
  for (const groupId of [shop, org.root]) {
    expect(await manager.isRefused(figures.getFairness, of(groupId))).toMatchObject({ status: 403 })
    expect(await manager.isRefused(figures.getRecognitionEffect, of(groupId))).toMatchObject({ status: 403 })
  }
  expect(await manager.isRefused(figures.getFairness, of(crypto.randomUUID()))).toMatchObject({ status: 404 })
  const ann = await again(all[0] as Person)
  expect(await ann.isRefused(figures.getFairness, quarter)).toMatchObject({ code: 'fairness.not-yours' })
  expect(await manager.isRefused(figures.listNeverThanked, quarter)).toMatchObject({
    code: 'recognition.admin-needed',
  })
})

test('raised, the number of people that a figure must be about hides at once, also what could be subtracted', async () => {
  const { shop, lab, admin } = await company()
  const groups = async () =>
    (await (await admin()).does(figures.getFairness, quarter)).figures?.byGroup.map(({ id }) => id)
  const of = async (groupId: string) =>
    (await (await admin()).does(figures.getFairness, { query: { ...quarter.query, groupId } })).figures
  expect(await groups()).toEqual([lab])
  expect([await of(shop), (await of(lab)) === null]).toEqual([null, false])
  // Without the lab seven are left: enough for seven, not for eight.
  await (await admin()).does(setFewestTold, { body: { people: 7 } })
  expect(await groups()).toEqual([lab])
  await (await admin()).does(setFewestTold, { body: { people: 8 } })
  expect([await groups(), await of(lab)]).toEqual([[], null])
})

test('part time is told apart where enough people work so and enough do not', async () => {
  const { all, thank, admin } = await company()
  for (const who of all.slice(0, 5))
    await (await admin()).does(people.setWorkingTime, { params: { memberId: who.id }, body: { percent: 50 } })
  await thank(all[6] as Person, all[0] as Person)
  const { figures: told } = await (await admin()).does(figures.getFairness, quarter)
  expect(told?.byTime).toEqual({ part: { people: 5, never: 4 }, full: { people: 11, never: 11 } })
})

test('whom nobody thanked an administrator reads by name, page by page, once the organization has it looked at', async () => {
  const { org, all, thank, admin, lab } = await company()
  await thank(all[0] as Person, all[1] as Person)
  expect((await (await admin()).does(figures.listNeverThanked, quarter)).items).toEqual([])
  await switchOnRings(org)
  const reader = await admin()
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await reader.does(figures.listNeverThanked, {
      query: { ...quarter.query, groupId: lab, limit: 3, ...(after && { after }) },
    })
    names.push(...page.items.map(({ name }) => name))
    after = page.next ?? undefined
  } while (after)
  expect(names).toEqual(['Ann', 'Cem', 'Dom', 'Eva', 'Fay', 'Gil', 'Hal', 'Lena'])
})

test('what goes together with thanks is told where enough people can be held against one another', async () => {
  const org = await world.organization()
  const admin = () => org.admin()
  const all: Person[] = []
  for (let at = 0; at < 60; at += 1) all.push(await org.person(`P ${String(at).padStart(2, '0')}`))
  const courseId = await published(org, all[58] as Person, documentOf({ s1: [] }))
  const params = { courseId }
  const { id: parentId } = await (all[58] as Person).does(talk.commentOnCourse, {
    params,
    body: { body: 'How do you zero it in the cold?' },
  })
  world.pass({ days: 130 })
  const effect = async () =>
    (await (await admin()).does(figures.getRecognitionEffect, { query: { days: '90' } })).effect
  expect(await effect()).toBeNull()
  const giver = await org.again(all[59] as Person)
  for (const to of all.slice(0, 25))
    await giver.does(giveKudos, { body: { toIds: [to.id], reason: 'For all the help' } })
  world.pass({ days: 31 })
  for (const who of all.slice(0, 25))
    await (await org.again(who)).does(talk.commentOnCourse, {
      params,
      body: { body: 'Warm it in the hand first.', parentId },
    })
  expect(await effect()).toMatchObject({
    ...{ thanked: 25, compared: 36, after: 1, without: 0, difference: 1, low: 1, high: 1 },
  })
})
