import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRange, rangeOf } from './anchors.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 1, maxLength: 6 })
const prose = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => words.join(' '))
/** Words of other letters: nothing in them is much like the passage. */
const foreign = fc
  .array(fc.string({ unit: fc.constantFrom(...'xyz'), minLength: 1, maxLength: 6 }), { maxLength: 12 })
  .map((words) => words.join(' '))

/** A text and some words of it. */
const passage = fc
  .tuple(prose(2, 12), prose(1, 6), prose(2, 12))
  .map(([before, quote, after]) => ({ before: `${before} `, quote, after: ` ${after}` }))
const anchorOf = ({ before, quote, after }: { before: string; quote: string; after: string }) =>
  rangeOf(before + quote + after, { start: before.length, end: before.length + quote.length })
const wordsAt = (text: string, place: { start: number; end: number } | null) =>
  place && text.slice(place.start, place.end)

describe('a range is found again', () => {
  test('where it stood, in a text that did not change, however often its words are repeated', () =>
    fc.assert(
      fc.property(passage, fc.boolean(), (parts, isRepeated) => {
        const all = isRepeated ? { ...parts, after: ` ${parts.quote}${parts.after} ${parts.quote}` } : parts
        const { before, quote, after } = all
        expect(findRange(anchorOf(all), before + quote + after)).toEqual({
          start: before.length,
          end: before.length + quote.length,
          how: 'exact',
        })
      }),
    ))

  test('when the text is edited elsewhere: before it, behind it, or both, as long as a dozen characters beside it stay', () =>
    fc.assert(
      fc.property(passage, foreign, foreign, (parts, ahead, behind) => {
        const near = { before: parts.before.slice(-12), after: parts.after.slice(0, 12) }
        fc.pre(near.before.length + near.after.length >= 12)
        const text = `${ahead} ${near.before}${parts.quote}${near.after} ${behind}`
        const found = findRange(anchorOf(parts), text)
        expect(wordsAt(text, found)).toBe(parts.quote)
        expect(found?.how).toBe('exact')
        // The same words may stand elsewhere; what was beside them says which are meant.
        expect(text.slice(0, found?.start).endsWith(near.before.trimStart())).toBe(true)
      }),
    ))

  test('when everything on one side of it was written anew', () =>
    fc.assert(
      fc.property(passage, foreign, fc.boolean(), ({ before, quote, after }, other, isAhead) => {
        const ahead = isAhead ? `${other} ` : before
        const text = ahead + quote + (isAhead ? after : ` ${other}`)
        const found = findRange(anchorOf({ before, quote, after }), text)
        expect(found).toEqual({ start: ahead.length, end: ahead.length + quote.length, how: 'exact' })
      }),
    ))

  test('when a letter of it was put right', () =>
    fc.assert(
      fc.property(passage, fc.nat(), ({ before, quote, after }, at) => {
        fc.pre(quote.length >= 8)
        const place = at % quote.length
        const edited = `${quote.slice(0, place)}q${quote.slice(place + 1)}`
        const found = findRange(anchorOf({ before, quote, after }), before + edited + after)
        expect(found?.how).toBe('similar')
        expect(found?.start).toBeGreaterThanOrEqual(before.length - 1)
        expect(found?.end).toBeLessThanOrEqual(before.length + quote.length + 1)
      }),
    ))
})

describe('and is never put on other words', () => {
  test('its passage is gone when nothing like it is left', () =>
    fc.assert(
      fc.property(passage, foreign, (parts, other) => {
        expect(findRange(anchorOf(parts), other)).toBeNull()
      }),
    ))

  test('nor is the same word elsewhere taken for it when nothing beside it agrees', () => {
    const text = 'Hang the cable as it will hang in use, then take the zero.'
    const anchor = rangeOf(text, { start: text.indexOf('the zero'), end: text.indexOf('the zero') + 3 })
    expect(findRange(anchor, 'Clean the flange with a dry cloth.')).toBeNull()
  })

  test('in whatever text, it is on its own words, or on words a quarter different at most', () =>
    fc.assert(
      fc.property(passage, prose(0, 30), (parts, text) => {
        const found = findRange(anchorOf(parts), text)
        if (!found) return
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeLessThanOrEqual(text.length)
        const words = text.slice(found.start, found.end)
        if (found.how === 'exact') expect(words).toBe(parts.quote)
        else expect(Math.abs(words.length - parts.quote.length)).toBeLessThanOrEqual(parts.quote.length / 4)
      }),
    ))
})
