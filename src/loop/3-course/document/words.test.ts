import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords } from './words.ts'

const sentence = fc
  .array(fc.constantFrom('zero', 'the', 'arm', ' ', '.', '\n', 'é'), { maxLength: 40 })
  .map((w) => w.join(''))

test('without what is new a comparison is the text before, without what is gone the text after', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const parts = compareWords(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect([without('new'), without('gone')]).toEqual([before, after])
    }),
  )
})

test('of two texts that say the same nothing is marked, and of a changed word only that word', () => {
  expect(compareWords('Take the zero.', 'Take the zero.').map(({ kind }) => kind)).toEqual(['same'])
  expect(compareWords('Wait ten minutes.', 'Wait twenty minutes.')).toEqual([
    { kind: 'same', text: 'Wait ' },
    { kind: 'gone', text: 'ten' },
    { kind: 'new', text: 'twenty' },
    { kind: 'same', text: ' minutes.' },
  ])
})

test('changes that only a lone word parts are read as one', () => {
  expect(
    compareWords('Give it a few minutes, then go on.', 'Fifteen minutes is the least, then go on.'),
  ).toEqual([
    { kind: 'gone', text: 'Give it a few minutes' },
    { kind: 'new', text: 'Fifteen minutes is the least' },
    { kind: 'same', text: ', then go on.' },
  ])
  expect(
    compareWords('Wait ten minutes at rest.', 'Wait two minutes at work.').map(({ kind }) => kind),
  ).toEqual(['same', 'gone', 'new', 'same', 'gone', 'new', 'same'])
})
