import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import { answer, asked, at, type Eight, eightOf, names } from '#test/setup/surveys.ts'
import { openWorld } from '#test/world.ts'
import * as survey from '../survey.contract.ts'

const world = openWorld()
const laboratory = () => eightOf(world)

test('surveys are off until an administrator switches them on, and need detection', async () => {
  const { org, lab, lena, decide, open } = await laboratory()
  await open()
  await decide('detection', false)
  const refusal = () => lena.isRefused(survey.openSurvey, { body: { groupId: org.root } })
  expect(await refusal()).toMatchObject({ status: 409, code: 'survey.off' })
  await decide('detection', true)
  await decide('survey', false)
  expect(await refusal()).toMatchObject({ code: 'survey.off' })
  const other = await world.organization()
  const boss = await other.admin()
  expect(await boss.isRefused(survey.openSurvey, { body: { groupId: other.root } })).toMatchObject({
    code: 'survey.off',
  })
  expect(await boss.isRefused(survey.openSurvey, { body: { groupId: lab } })).toMatchObject({ status: 404 })
})

test('whoever manages a group opens one in it: once at a time, above and below', async () => {
  const { org, lab, lena, people, open } = await laboratory()
  const below = await org.group('Torque night shift', { parent: lab })
  const leader = await org.person('Lee Leader', 'leader', lab)
  for (const who of [people[0], leader]) {
    expect(await who.isRefused(survey.openSurvey, { body: { groupId: lab } })).toMatchObject({
      code: 'survey.not-yours',
    })
    expect(await who.isRefused(survey.listSurveys)).toMatchObject({ status: 403 })
  }
  const first = await open()
  expect(first).toMatchObject({ isOpen: true, waves: [9], answered: null, openedBy: { name: 'Lena Vogt' } })
  for (const groupId of [lab, org.root, below])
    expect(await lena.isRefused(survey.openSurvey, { body: { groupId } })).toMatchObject({
      code: 'survey.open-already',
    })
  const mechanic = await org.person('Max Manager', 'manager', await org.group('Sales'))
  expect(await mechanic.isRefused(survey.closeSurvey, at(first))).toMatchObject({ code: 'survey.not-yours' })
  expect((await mechanic.does(survey.listSurveys)).items).toEqual([])
  expect((await lena.does(survey.closeSurvey, at(first))).isOpen).toBe(false)
  expect(await lena.isRefused(survey.closeSurvey, at(first))).toMatchObject({ code: 'survey.closed' })
  // Below there is nobody whose answers could not be told apart.
  expect(await lena.isRefused(survey.openSurvey, { body: { groupId: below } })).toMatchObject({
    code: 'survey.too-few',
  })
  const second = await open(lab, { days: 3 })
  expect((await lena.does(survey.listSurveys)).items.map(({ id }) => id)).toEqual([second.id, first.id])
  for (const days of [2, 61])
    expect((await lena.isRefused(survey.openSurvey, { body: { groupId: lab, days } })).status).toBe(422)
  expect(await org.countFacts('survey.opened', 'survey.closed')).toBe(3)
})

test('it ends by itself on its day', async () => {
  const { org, people, lena, open } = await laboratory()
  const one = await open(undefined, { days: 3 })
  world.pass({ days: 3, minutes: 1 })
  const [ann, boss] = [await org.again(people[0]), await org.again(lena)]
  expect(await asked(ann)).toBe(0)
  expect(await ann.does(survey.getMySurvey, at(one))).toMatchObject({ isOpen: false, colleagues: [] })
  expect(await ann.isRefused(survey.answerSurvey, { ...at(one), body: { namings: [] } })).toMatchObject({
    code: 'survey.closed',
  })
  expect(await ann.isRefused(survey.declineSurvey, at(one))).toMatchObject({ code: 'survey.closed' })
  expect((await boss.does(survey.listSurveys)).items).toMatchObject([{ isOpen: false, closedAt: null }])
})

test('each naming is one act of help, which changes with the answer and is taken back with it', async () => {
  const { org, people, open, kept } = await laboratory()
  const [ann, ben, cem, dom] = people
  const one = await open()
  const said = await answer(ann, one, [ben, 'Torque transducers'], [cem])
  expect(said.namings).toMatchObject([
    { member: { name: 'Ben Bauer' }, topic: 'Torque transducers' },
    { member: { name: 'Cem Cinar' }, topic: '' },
  ])
  const first = await kept()
  expect(first.map(({ helperId, helpedId, topic }) => [helperId, helpedId, topic]).sort()).toEqual(
    [
      [ben.id, ann.id, 'Torque transducers'],
      [cem.id, ann.id, null],
    ].sort(),
  )
  expect(first[0]?.key.startsWith(`${one.id}:${ann.id}:`)).toBe(true)
  await answer(ann, one, [ben, 'Torque transducers'], [cem])
  expect([await kept(), await org.countFacts('survey.answered')]).toEqual([first, 1])
  world.pass({ hours: 1 })
  await answer(ann, one, [ben, 'Gauges'], [dom])
  const then = await kept()
  // What stands keeps its day, whatever is said of it now.
  expect(then.map(({ helperId, topic }) => [helperId, topic])).toEqual([
    [ben.id, 'Gauges'],
    [dom.id, null],
  ])
  expect(then[0]?.at).toBe(first.find(({ helperId }) => helperId === ben.id)?.at)
  const declined = await ann.does(survey.declineSurvey, at(one))
  expect([declined.namings, declined.answeredAt, declined.declinedAt]).toEqual([[], null, expect.any(String)])
  expect([await kept(), await asked(ann)]).toEqual([[], 0])
  await ann.does(survey.declineSurvey, at(one))
  expect(await org.countFacts('survey.answered')).toBe(3)
  expect((await answer(ann, one, [dom])).declinedAt).toBeNull()
  expect(await kept()).toHaveLength(1)
})

test('nobody names themselves, anybody twice, or whom they cannot know', async () => {
  const { org, people, admin, open, kept } = await laboratory()
  const [ann, ben, cem] = people
  const one = await open()
  const faultsOf = async (...ids: string[]) => {
    const body = { namings: ids.map((memberId) => ({ memberId })) }
    const { status, faults } = await ann.isRefused(survey.answerSurvey, { ...at(one), body })
    return [status, ...(faults ?? []).map(({ pointer, code }) => `${pointer} ${code}`)]
  }
  const place = (index: number) => `/namings/${index}/memberId`
  expect(await faultsOf(ben.id, ann.id)).toEqual([422, `${place(1)} survey.self`])
  expect(await faultsOf(ben.id, ben.id)).toEqual([422, `${place(1)} survey.twice`])
  const stranger = await (await world.organization()).admin()
  expect(await faultsOf(stranger.id)).toEqual([422, `${place(0)} survey.unknown`])
  await answer(ann, one, [ben])
  for (const { id } of [ben, cem]) await admin.does(endMembership, { params: { memberId: id } })
  expect(await faultsOf(cem.id)).toEqual([422, `${place(0)} survey.has-left`])
  // Whom one named while they were here may stay in one’s answer.
  await answer(ann, one, [ben, 'Gauges'])
  expect((await faultsOf(...names.map(() => crypto.randomUUID()))).slice(0, 2)).toEqual([
    422,
    '/namings too_big',
  ])
  expect(await kept()).toHaveLength(1)
  const outside = await org.person('Otto Other', 'learner', await org.group('Sales'))
  const refusal = await outside.isRefused(survey.answerSurvey, { ...at(one), body: { namings: [] } })
  expect([refusal.status, (await outside.isRefused(survey.getMySurvey, at(one))).status]).toEqual([404, 404])
})

test('some are asked at first, by lot; whoever they name in the group is asked next, and hears nothing of that', async () => {
  const { org, lena, people, open } = await laboratory()
  const one = await open(undefined, { firstAsked: 'tenth' })
  expect(one.waves).toEqual([5])
  const states = await Promise.all(people.map(async (who) => ({ who, isAsked: (await asked(who)) > 0 })))
  const first = states.filter(({ isAsked }) => isAsked).map(({ who }) => who)
  const rest = states.filter(({ isAsked }) => !isAsked).map(({ who }) => who)
  expect([first.length, rest.length]).toEqual([5, 3])
  const outside = await org.person('Otto Other', 'learner', await org.group('Sales'))
  const [[ann, ben, cem], [next, last]] = [first as Eight, rest as Eight]
  await answer(ann, one, [next], [ben], [outside])
  expect(await Promise.all([next, last, outside].map(asked))).toEqual([1, 0, 0])
  const shown = async () => (await lena.does(survey.listSurveys)).items[0]
  // What one answer set off is not told.
  expect(await shown()).toMatchObject({ waves: [5], answered: null })
  await answer(next, one, [last])
  await answer(ben, one, [next])
  // Nor what few of them did together: two who were asked for it would be told.
  expect(await shown()).toMatchObject({ waves: [5], answered: 3, fewest: 3 })
  await world.settle()
  for (const who of [cem, next, last]) {
    const news = (await who.does(getFeed, { query: { only: 'personal' } })).items
    expect(news).toMatchObject([
      { kind: 'survey.asked', reason: 'asked-you', actor: { name: 'Lena Vogt' }, data: { surveyId: one.id } },
    ])
    expect(JSON.stringify(news)).not.toContain(ann.id)
  }
})

test('colleagues are proposed in an order of one’s own that stays, without faces, counts or scores', async () => {
  const { people, open } = await laboratory()
  const one = await open()
  const orders = await Promise.all(
    people.map(async (who) => {
      const [now, again] = [
        await who.does(survey.getMySurvey, at(one)),
        await who.does(survey.getMySurvey, at(one)),
      ]
      expect(again).toEqual(now)
      expect(now.colleagues.map(({ id }) => id)).not.toContain(who.id)
      for (const one of now.colleagues) expect(Object.keys(one).sort()).toEqual(['id', 'name', 'title'])
      return now.colleagues.map(({ name }) => name)
    }),
  )
  // Seven colleagues, two in three of them; alike or by name for nobody in eight would be a strange lot.
  expect(orders.every(({ length }) => length === 5)).toBe(true)
  expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(6)
  expect(orders.every((order) => order.join() === [...order].sort().join())).toBe(false)
})
