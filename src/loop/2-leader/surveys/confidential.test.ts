import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { answer, asked, at, eightOf } from '#test/setup/surveys.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { listMySignals } from '../held.contract.ts'
import * as survey from '../survey.contract.ts'

/** Who named whom is told to nobody, and goes with whoever leaves, with what is switched off, and with time. */
const world = openWorld()
const laboratory = () => eightOf(world)

test('who named whom is read by nobody: not by who is named, who opened it, or any fact', async () => {
  const { org, lena, admin, people, open } = await laboratory()
  const [ann, ben, cem, dom, eva] = people
  const one = await open()
  for (const who of [ann, cem, dom]) await answer(who, one, [ben, 'Torque transducers'])
  await world.settle()
  const own = (await ben.does(listMySignals)).items
  expect(own).toMatchObject(
    Array.from({ length: 3 }, () => ({
      ...{ kind: 'named', source: 'survey', mine: true, other: null, topic: 'Torque transducers' },
      at: expect.stringMatching(/T00:00:00/),
    })),
  )
  const { next } = await ben.does(listMySignals, { query: { limit: 1 } })
  const page = Buffer.from(next ?? '', 'base64url').toString()
  const { colleagues: _, ...bens } = await ben.does(survey.getMySurvey, at(one))
  const said = JSON.stringify([own, page, bens, (await ben.does(getFeed)).items])
  for (const { id, name } of [ann, cem, dom])
    expect([said.includes(id), said.includes(name)]).toEqual([false, false])
  const told = JSON.stringify((await lena.does(survey.listSurveys)).items)
  for (const { id } of people) expect(told).not.toContain(id)
  // Whoever answered is not told either what is kept of it: what is missing would say who takes no part.
  expect((await ann.does(listMySignals)).items).toEqual([])
  expect((await lena.isRefused(survey.getMySurvey, at({ id: crypto.randomUUID() }))).status).toBe(404)
  expect((await eva.does(survey.getMySurvey, at(one))).namings).toEqual([])
  const facts = await world.stored<{ data: object }>(
    org.id,
    `select data from facts where type = 'survey.answered'`,
  )
  expect(facts.map(({ data }) => data)).toEqual([1, 2, 3].map(() => ({ surveyId: one.id })))
  // Once it has ended, not even what one said oneself.
  await admin.does(survey.closeSurvey, at(one))
  expect((await ann.does(survey.getMySurvey, at(one))).namings).toEqual([])
  expect(await world.stored(org.id, 'select from survey_invitations where said is not null')).toEqual([])
})

test('whoever takes no part may be named so that nobody notices, and is neither asked nor proposed nor kept', async () => {
  const { org, people, open, kept, rowsOf } = await laboratory()
  const [ann, ben, cem] = people
  await ben.does(leaveDetection)
  const one = await open()
  expect([one.waves, await asked(ben)]).toEqual([[7], 0])
  for (const who of people.filter(({ id }) => id !== ben.id))
    expect((await who.does(survey.getMySurvey, at(one))).colleagues.map(({ id }) => id)).not.toContain(ben.id)
  expect((await answer(ann, one, [ben], [cem])).namings).toMatchObject([
    { member: { name: 'Ben Bauer' } },
    { member: { name: 'Cem Cinar' } },
  ])
  expect((await ann.does(survey.getMySurvey, at(one))).namings).toHaveLength(2)
  expect([(await kept()).map(({ helperId }) => helperId), await asked(ben)]).toEqual([[cem.id], 0])
  await answer(cem, one, [ann])
  await world.settle()
  // Leaving takes along what one said, what was said of one, and that one was asked.
  await ann.does(leaveDetection)
  expect([await kept(), await rowsOf('survey_invitations')]).toEqual([[], 6])
  expect((await ann.isRefused(survey.answerSurvey, { ...at(one), body: { namings: [] } })).status).toBe(404)
  await world.settle()
  expect((await ann.does(getFeed, { query: { only: 'personal' } })).items).toEqual([])
  expect(await org.countFacts('survey.answered')).toBe(2)
})

test.each(['survey', 'detection'] as const)(
  'switching %s off deletes every survey, who was asked and what was said, and shuts what was open',
  async (purpose) => {
    const { org, lena, people, decide, open, kept, rowsOf } = await laboratory()
    const [ann, ben] = people
    const one = await open()
    await answer(ann, one, [ben, 'Torque'])
    await world.settle()
    await decide(purpose, false)
    const isShut = async () => {
      expect([await asked(ann), (await lena.does(survey.listSurveys)).items]).toEqual([0, []])
      expect((await ann.isRefused(survey.getMySurvey, at(one))).status).toBe(404)
      expect((await lena.isRefused(survey.closeSurvey, at(one))).status).toBe(404)
    }
    await isShut()
    expect(await ann.isRefused(survey.answerSurvey, { ...at(one), body: { namings: [] } })).toMatchObject({
      code: 'survey.off',
    })
    // On again before the job has run: what was before is not taken up, and what is new stays.
    await decide(purpose, true)
    await isShut()
    const again = await open()
    await answer(ben, again, [ann])
    await world.settle()
    expect((await kept()).map(({ helperId }) => helperId)).toEqual([ann.id])
    expect([await rowsOf('surveys'), await rowsOf('survey_invitations')]).toEqual([1, 8])
    const entries = await world.stored<{ id: string }>(
      org.id,
      `select data->>'surveyId' as id from feed_entries where kind = 'survey.asked'`,
    )
    expect(new Set(entries.map(({ id }) => id))).toEqual(new Set([again.id]))
  },
)

test('switching imports off leaves surveys alone', async () => {
  const { people, decide, open, kept } = await laboratory()
  await answer(people[0], await open(), [people[1]])
  await decide('imports', true)
  await decide('imports', false)
  await world.settle()
  expect(await kept()).toHaveLength(1)
})

test('surveys are deleted at night once they ended longer ago than is kept, and what was written as soon as they end', async () => {
  const { org, people, lena, open, rowsOf } = await laboratory()
  const one = await open(undefined, { days: 3 })
  await answer(people[0], one, [people[1]])
  await world.settle()
  const upkeep = () => world.cairn.tasks.upkeep?.({})
  world.pass({ days: 4 })
  await upkeep()
  expect(await world.stored(org.id, 'select from survey_invitations where said is not null')).toEqual([])
  expect([await rowsOf('surveys'), await rowsOf('survey_invitations')]).toEqual([1, 8])
  world.pass({ days: 85 })
  await upkeep()
  expect(await rowsOf('surveys')).toBe(1)
  world.pass({ days: 5 })
  await upkeep()
  const boss = await org.again(lena)
  expect((await boss.does(survey.listSurveys)).items).toEqual([])
  for (const table of ['surveys', 'survey_invitations', 'signals', 'feed_entries', 'feed_audience'])
    expect([table, await rowsOf(table)]).toEqual([table, 0])
})
