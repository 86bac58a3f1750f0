import { expect, test } from 'vitest'
import { createRecall } from './recall.ts'

const loop = { org: 'northwind', topic: 'loop', key: '90' }

test('an answer is computed once, also by those who ask at the same moment, until its topic is told', async () => {
  const recall = createRecall()
  let times = 0
  const ask = () => recall.of(loop, async () => ++times)
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  recall.forget('northwind', ['needs'])
  recall.forget('elsewhere', ['loop'])
  expect(await ask()).toBe(1)
  recall.forget('northwind', ['needs', 'loop'])
  expect(await ask()).toBe(2)
  recall.forgetAll()
  expect(await ask()).toBe(3)
})

test('what changes while it is computed is computed again for whoever asks next', async () => {
  const recall = createRecall()
  const first = Promise.withResolvers<string>()
  const slow = recall.of(loop, () => first.promise)
  recall.forget('northwind', ['loop'])
  expect(await recall.of(loop, async () => 'new')).toBe('new')
  first.resolve('old')
  expect(await slow).toBe('old')
  expect(await recall.of(loop, async () => 'newer')).toBe('new')
})

test('a failure is not remembered', async () => {
  const recall = createRecall()
  await expect(recall.of(loop, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await recall.of(loop, async () => 7)).toBe(7)
})

test('readers who may see different things never share an answer', async () => {
  const recall = createRecall()
  await recall.of(loop, async () => 'all of it')
  expect(await recall.of({ ...loop, key: '90 of others' }, async () => 'their part')).toBe('their part')
})

test('it holds only so much of one topic', async () => {
  const recall = createRecall()
  for (let index = 0; index <= 100; index++)
    await recall.of({ ...loop, key: String(index) }, async () => index)
  expect(await recall.of({ ...loop, key: '0' }, async () => 'computed again')).toBe('computed again')
  expect(await recall.of({ ...loop, key: '100' }, async () => 'computed again')).toBe(100)
})
