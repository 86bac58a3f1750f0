import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topicMatcher } from './match.ts'
import { phrasesIn, type Text } from './phrases.ts'

const small = new Set(['the', 'a', 'of', 'how', 'is'])
const text = (id: string, words: string): Text => ({
  id,
  tokens: words.split(' ').map((word) => ({
    word,
    stem: small.has(word.toLowerCase()) ? null : word.toLowerCase().replace(/s$/, ''),
  })),
})

test('what several titles are about is found, under the name it has most often', () => {
  const found = phrasesIn(
    [
      text('1', 'How a gauge block is worn'),
      text('2', 'Wear of gauge blocks'),
      text('3', 'The gauge block of the lab'),
      text('4', 'Reading the certificate'),
      text('5', 'Reading a trace'),
      text('6', 'Reading a budget'),
    ],
    10,
  )
  expect(found.map(({ name, texts }) => [name, [...texts]])).toEqual([['Gauge block', ['1', '2', '3']]])
})

test('a part of a longer phrase is a topic only where it stands alone, too', () => {
  const titles = ['the torque bench', 'a torque bench', 'how torque is', 'the torque of', 'a torque']
  const found = phrasesIn(
    titles.map((words, at) => text(`${at}`, words)),
    10,
  )
  expect(found.map(({ name, weight }) => [name, weight])).toEqual([
    ['Torque bench', Math.log2(3) * 2],
    ['Torque', 5 - 2],
  ])
})

test('the order of texts does not matter', () => {
  const titles = [
    'the torque bench',
    'a torque bench',
    'how torque is',
    'the Torque',
    'a torque',
    'the bench is',
    'a bench',
  ]
  const texts = titles.map((words, at) => text(`${at}`, words))
  const said = (those: Text[]) => phrasesIn(those, 10).map(({ key, name, weight }) => [key, name, weight])
  expect(said(texts).length).toBeGreaterThan(1)
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
      expect(said(shuffled)).toEqual(said(texts))
    }),
  )
})

test('a text is of the topic with the longest words in it, whatever their order', () => {
  const topicOf = topicMatcher([
    { topicId: 'torque', stems: ['torqu'] },
    { topicId: 'wrenches', stems: ['torqu', 'wrench'] },
    { topicId: 'wrenches', stems: ['spanner'] },
    { topicId: 'nothing', stems: [] },
  ])
  expect(topicOf(['zero', 'torqu'])).toBe('torque')
  expect(topicOf(['wrench', 'click', 'torqu'])).toBe('wrenches')
  expect(topicOf(['spanner', 'torqu'])).toBe('wrenches')
  expect(topicOf(['wrench'])).toBeNull()
})
