import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import { openWorld } from '#test/world.ts'
import { search } from './contract.ts'

const world = openWorld()

async function setting() {
  const org = await world.organization()
  const lab = await org.group('Secret lab', { private: true })
  const [admin, lea] = [await org.admin(), await org.person('Léa Torquemada')]
  const needs = ['Torque wrenches drift', 'Calibration of gauges', 'Wie messe ich Drehmoment?']
  for (const title of needs) await admin.does(raiseNeed, { body: { title, details: '', groupId: org.root } })
  for (let index = 0; index < 30; index++)
    await admin.does(raiseNeed, { body: { title: `Torque in secret ${index}`, details: '', groupId: lab } })
  await world.settle()
  const titles = async (q: string, kind?: 'need' | 'member') =>
    (await lea.does(search, { query: { q, ...(kind && { kind }) } })).items.map(({ title }) => title)
  return { titles, admin }
}

test('what one may see is found, however much there is that one may not', async () => {
  const { titles, admin } = await setting()
  expect(await titles('torque', 'need')).toEqual(['Torque wrenches drift'])
  const { items } = await admin.does(search, { query: { q: 'torque', kind: 'need' } })
  expect(items).toHaveLength(20)
})

test('people and needs that fit are both shown, and one kind alone when it is asked for', async () => {
  const { titles } = await setting()
  expect((await titles('torq')).sort()).toEqual(['Léa Torquemada', 'Torque wrenches drift'])
  expect(await titles('torq', 'member')).toEqual(['Léa Torquemada'])
})

test('half-typed words, words in any order, accents and typos are forgiven', async () => {
  const { titles } = await setting()
  expect(await titles('drift tor')).toEqual(['Torque wrenches drift'])
  expect(await titles('drift t')).toEqual(['Torque wrenches drift'])
  expect((await titles('t')).sort()).toEqual(['Léa Torquemada', 'Torque wrenches drift'])
  expect(await titles('LEA')).toEqual(['Léa Torquemada'])
  expect(await titles('calibraton')).toEqual(['Calibration of gauges'])
  expect(await titles('gagues calibration')).toEqual(['Calibration of gauges'])
})

test.each(['%', '_', "'", "' or 1=1 --", ':*', '& | !', '\\', '((', '🙂', '\u200b'])(
  'what is typed is only ever searched for: %s',
  async (q) => {
    const { titles } = await setting()
    expect(await titles(q)).toEqual([])
  },
)
