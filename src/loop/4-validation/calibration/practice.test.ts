import { expect, test } from 'vitest'
import { endMembership } from '#people/contract.ts'
import { room } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as practice from '../calibration.contract.ts'
import { idOf } from './document.ts'

const world = openWorld()
const at = { params: { practice: 'wrench-check' } }
const on = (name: string) => ({ params: { ...at.params, place: idOf(name) } })
const levels = { accuracy: 1, usefulness: 3, clarity: 2, examples: 3, practice: 2 }

test('what is marked and judged is kept as it is said, and can be taken back; nobody is told what is wrong before they compare', async () => {
  const { priya } = await room(world)
  const read = async () => priya.does(practice.getPractice, at)
  expect(await read()).toMatchObject({ marks: [], levels: [], comparedAt: null, comparison: null })
  await priya.does(practice.markPractice, {
    ...on('limit'),
    body: { criterion: 'accuracy', note: '48 to 52' },
  })
  await priya.does(practice.markPractice, { ...on('why'), body: { criterion: 'examples' } })
  await priya.does(practice.markPractice, { ...on('why'), body: { criterion: null } })
  await priya.does(practice.judgePractice, { ...at, body: { accuracy: 1 } })
  await priya.does(practice.judgePractice, { ...at, body: { clarity: 2 } })
  const kept = await read()
  expect(kept.marks).toEqual([{ place: idOf('limit'), criterion: 'accuracy', note: '48 to 52' }])
  expect(kept.levels).toEqual([
    { criterion: 'accuracy', level: 1 },
    { criterion: 'clarity', level: 2 },
  ])
  expect(JSON.stringify(kept)).not.toContain('None of the five')
  const { items } = await priya.does(practice.listPractice)
  expect(items.map(({ state }) => state).sort()).toEqual(['begun', 'new', 'new'])
})

test('all five are judged before one compares: then one reads what one found, found as something else, missed, and marked without cause', async () => {
  const { priya } = await room(world)
  await priya.does(practice.judgePractice, { ...at, body: { accuracy: 1, clarity: 4 } })
  expect(await priya.isRefused(practice.comparePractice, at)).toMatchObject({
    ...{ status: 409, code: 'practice.unjudged', count: 3 },
  })
  await priya.does(practice.judgePractice, { ...at, body: levels })
  for (const [name, criterion] of [
    ['limit', 'accuracy'],
    ['names', 'accuracy'],
    ['why', 'examples'],
  ] as const)
    await priya.does(practice.markPractice, { ...on(name), body: { criterion } })
  for (const _ of [1, 2]) await priya.does(practice.comparePractice, at)
  const { comparison } = await priya.does(practice.getPractice, at)
  expect(comparison?.defects.map(({ place, how }) => [place, how])).toEqual([
    [idOf('names'), 'otherwise'],
    [idOf('limit'), 'found'],
    [idOf('odd'), 'missed'],
    [idOf('ask'), 'missed'],
  ])
  expect(comparison?.more.map(({ place }) => place)).toEqual([idOf('why')])
  expect(comparison?.levels.map(({ own, reference }) => [own, reference])).toEqual([
    [1, 1],
    [3, 2],
    [2, 2],
    [3, 3],
    [2, 2],
  ])
  const { items } = await priya.does(practice.listPractice, { query: { language: 'fr' } })
  expect(items.find(({ key }) => key === 'wrench-check')).toMatchObject({
    ...{ title: 'Contrôler une clé dynamométrique au banc', state: 'compared' },
    result: { defects: 4, found: 2 },
  })
})

test('a compared attempt stands; one may begin anew, and only the first attempt counts for how one judges', async () => {
  const { priya } = await room(world)
  expect(await priya.isRefused(practice.repeatPractice, at)).toMatchObject({ code: 'practice.open' })
  const whole = { ...at, body: { ...levels, usefulness: 4 } }
  await priya.does(practice.judgePractice, whole)
  await priya.does(practice.comparePractice, at)
  expect(await priya.isRefused(practice.judgePractice, whole)).toMatchObject({ code: 'practice.compared' })
  expect(
    await priya.isRefused(practice.markPractice, { ...on('why'), body: { criterion: 'clarity' } }),
  ).toMatchObject({
    code: 'practice.compared',
  })
  const figures = async () => (await priya.does(practice.getOwnFigures)).practice
  const first = await figures()
  // Four levels as they are meant, one two levels higher.
  expect(first).toMatchObject({ units: 5, missing: 0, agreement: { same: 0.8, near: 0.8 }, drift: null })
  expect(first.leniency?.mean).toBeCloseTo(0.4, 9)
  await priya.does(practice.repeatPractice, at)
  expect(await priya.does(practice.getPractice, at)).toMatchObject({
    number: 2,
    levels: [],
    comparison: null,
  })
  await priya.does(practice.judgePractice, { ...at, body: levels })
  await priya.does(practice.comparePractice, at)
  expect(await figures()).toEqual(first)
})

test('practice is nobody else’s: others and administrators read only their own, nothing of it is on record, and it can be deleted', async () => {
  const { org, admin, priya, kofi } = await room(world)
  const facts = async () =>
    (await world.stored<{ n: number }>(org.id, 'select count(*)::int as n from facts'))[0]?.n
  const before = await facts()
  await priya.does(practice.markPractice, { ...on('limit'), body: { criterion: 'accuracy', note: 'Mine' } })
  await priya.does(practice.judgePractice, { ...at, body: levels })
  await priya.does(practice.comparePractice, at)
  expect(await facts()).toBe(before)
  for (const who of [kofi, admin]) {
    expect(await who.does(practice.getPractice, at)).toMatchObject({
      marks: [],
      levels: [],
      comparison: null,
    })
    expect((await who.does(practice.listPractice)).items.every(({ state }) => state === 'new')).toBe(true)
    expect((await who.does(practice.getOwnFigures)).practice.units).toBe(0)
    expect(await who.does(practice.forgetPractice)).toEqual({ forgotten: 0 })
  }
  expect((await priya.does(practice.getOwnFigures)).practice.units).toBe(5)
  expect(await priya.does(practice.forgetPractice)).toEqual({ forgotten: 1 })
  expect((await priya.does(practice.getOwnFigures)).practice.units).toBe(0)
})

test('what somebody practised is gone when they leave', async () => {
  const { org, admin, priya } = await room(world)
  await priya.does(practice.judgePractice, { ...at, body: levels })
  await admin.does(endMembership, { params: { memberId: priya.id } })
  await world.settle()
  expect(await world.stored(org.id, 'select 1 from practice_attempts')).toEqual([])
})

test('whoever only learns does not practise reviewing; a course or passage that is not there is not found', async () => {
  const { org, priya } = await room(world)
  const omar = await org.person('Omar Diaz')
  for (const endpoint of [practice.listPractice, practice.getOwnFigures, practice.forgetPractice])
    expect(await omar.isRefused(endpoint)).toMatchObject({ status: 403 })
  expect(await omar.isRefused(practice.getPractice, at)).toMatchObject({ status: 403 })
  const nowhere = { params: { practice: 'nowhere' } }
  expect(await priya.isRefused(practice.getPractice, nowhere)).toMatchObject({ status: 404 })
  expect(await priya.isRefused(practice.comparePractice, nowhere)).toMatchObject({ status: 404 })
  const mark = { ...on('nothing'), body: { criterion: 'clarity' as const } }
  expect(await priya.isRefused(practice.markPractice, mark)).toMatchObject({ code: 'practice.not-found' })
})
