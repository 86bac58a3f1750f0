import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inline } from '#course/document/schema.ts'
import { blockId, documentOf, words } from '#test/course.ts'
import { isTextBlock, rangeOf, wordsOf } from './anchors.ts'
import { withSuggestion } from './suggestion.ts'

const bold = [{ type: 'bold' as const }]
const content: Inline[] = [
  { type: 'text', text: 'Take the ' },
  { type: 'text', text: 'zero point', marks: bold },
  { type: 'hardBreak' },
  { type: 'text', text: 'before you begin.' },
]
const document = documentOf({
  s1: [
    words('w1', 'First words'),
    { type: 'blockquote', attrs: { id: blockId('q1') }, content: [{ ...words('w2', ''), content }] },
  ],
})
const text = 'Take the zero point\nbefore you begin.'

/** The inner paragraph after words of it were replaced; undefined when they were not found. */
function after(quote: string, suggestion: string): Inline[] | undefined {
  const start = text.indexOf(quote)
  const anchor = rangeOf(text, { start, end: start + quote.length })
  const next = withSuggestion(document, { blockId: blockId('w2'), anchor, suggestion })
  const outer = next?.content[0]?.content[1]
  const inner = outer?.type === 'blockquote' ? outer.content[0] : undefined
  return inner?.type === 'paragraph' ? inner.content : undefined
}

test('words that stay keep their formatting, and new ones take that of the words they stand in for', () => {
  expect(after('the zero point', 'a zero reading')).toEqual([
    { type: 'text', text: 'Take a ' },
    { type: 'text', text: 'zero reading', marks: bold },
    { type: 'hardBreak' },
    { type: 'text', text: 'before you begin.' },
  ])
})

test('a line break can go and come', () => {
  expect(after('point\nbefore', 'point, before')?.some(({ type }) => type === 'hardBreak')).toBe(false)
  expect(after('Take the', 'Take\nthe')?.filter(({ type }) => type === 'hardBreak')).toHaveLength(2)
})

test('whatever is suggested for whatever words, what stands beside them stays as it was', () =>
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.nat(text.length - 1),
      fc.string({ maxLength: 40 }),
      (a, b, said) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1]
        const anchor = rangeOf(text, { start, end })
        const next = withSuggestion(document, { blockId: blockId('w2'), anchor, suggestion: said })
        const outer = next?.content[0]?.content[1]
        const inner = outer?.type === 'blockquote' ? outer.content[0] : undefined
        expect(inner && isTextBlock(inner) && wordsOf(inner)).toBe(
          text.slice(0, start) + said + text.slice(end),
        )
        expect(next?.content[0]?.content[0]).toBe(document.content[0]?.content[0])
      },
    ),
  ))

test('words that have changed since are not replaced, not even much like them', () => {
  const anchor = rangeOf('Take the zero points\nbefore you begin.', { start: 9, end: 20 })
  const asked = { blockId: blockId('w2'), anchor, suggestion: 'null' }
  expect(withSuggestion(document, asked)).toBeNull()
  expect(withSuggestion(document, { ...asked, blockId: blockId('gone') })).toBeNull()
})
