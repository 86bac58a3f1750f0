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
