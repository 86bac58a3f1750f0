import { expect, test } from 'vitest'
import type { Person } from '#test/organization.ts'
import { answer, eightOf } from '#test/setup/surveys.ts'
import { whole } from '#test/setup/whole-list.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import * as held from '../held-lists.contract.ts'
import { closeSurvey, declineSurvey } from '../survey.contract.ts'

const world = openWorld()

test('one reads in which surveys one was asked and what one said, until nobody reads it any more', async () => {
  const { lena, people, open } = await eightOf(world)
  const [ann, ben, cem] = people
  const survey = await open()
  await answer(ann, survey, [ben, 'Torque'], [cem])
  await cem.does(declineSurvey, { params: { surveyId: survey.id } })
  const about = { surveyId: survey.id, group: { name: 'Torque' }, openedBy: { id: lena.id }, isOpen: true }
  const namings = [
    { member: { id: ben.id, name: 'Ben Bauer' }, topic: 'Torque' },
    { member: { id: cem.id }, topic: '' },
  ]
  expect(await whole(ann, held.listMyInvitations)).toMatchObject([
    { ...about, answeredAt: expect.any(String), declinedAt: null, namings },
  ])
  expect(await whole(cem, held.listMyInvitations)).toMatchObject([
    { answeredAt: null, declinedAt: expect.any(String), namings: [] },
  ])
  const bens = await whole(ben, held.listMyInvitations)
  expect(bens).toMatchObject([{ answeredAt: null, declinedAt: null, namings: [] }])
  expect(JSON.stringify(bens)).not.toContain(ann.id)
  expect(await whole(lena, held.listMyInvitations)).toEqual([])
  await lena.does(closeSurvey, { params: { surveyId: survey.id } })
  expect(await whole(ann, held.listMyInvitations)).toMatchObject([
    { isOpen: false, answeredAt: expect.any(String), namings: [] },
  ])
  await ann.does(leaveDetection)
  expect(await whole(ann, held.listMyInvitations)).toEqual([])
})

/** The first of some people of whom something holds. */
async function firstOf(people: readonly Person[], holds: (who: Person) => Promise<boolean>): Promise<Person> {
  for (const who of people) if (await holds(who)) return who
  throw new Error('It holds of nobody.')
}

test('whom a survey asked because somebody named them reads the day of it, and not the wave', async () => {
  const { people, open } = await eightOf(world)
  const survey = await open(undefined, { firstAsked: 'third' })
  const isAsked = async (who: Person) => (await whole(who, held.listMyInvitations)).length > 0
  const [first, named] = [
    await firstOf(people, isAsked),
    await firstOf(people, async (who) => !(await isAsked(who))),
  ]
  await answer(first, survey, [named])
  const [told] = await whole(named, held.listMyInvitations)
  expect(told).toMatchObject({ askedAt: expect.stringMatching(/T00:00:00.000Z$/) })
  expect(Object.keys(told as object)).not.toContain('wave')
  expect(JSON.stringify(told)).not.toContain(first.id)
})
