import search from 'approx-string-match'
import { walk } from '#course/document/blocks.ts'
import type { Block, CourseDocument, Leaf, Step } from '#course/document/schema.ts'
import type { Anchor } from './finding.contract.ts'

export type RangeAnchor = Extract<Anchor, { kind: 'range' }>
type TextBlock = Extract<Leaf, { type: 'paragraph' | 'heading' | 'codeBlock' }>

/** A stretch of a text, in UTF-16 code units, its end not included. */
export interface Stretch {
  start: number
  end: number
}

/** Where a passage stands now. `similar`: its words have been edited since. */
export interface Found extends Stretch {
  how: 'exact' | 'similar'
}

const textKinds: readonly string[] = ['paragraph', 'heading', 'codeBlock']

/** Whether a block has words of its own that can be pointed at; others hold such blocks, or fields. */
export const isTextBlock = (block: { type: string }): block is TextBlock => textKinds.includes(block.type)

/** What a text block says; a line break is one character, so that offsets are those of the document. */
export const wordsOf = (block: TextBlock): string =>
  (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')

/** A block of a document by its id, however deep, and the step it is in. */
export function blockIn(document: CourseDocument, id: string): { step: Step; block: Block } | null {
  for (const step of document.content)
    for (const block of step.content)
      for (const node of walk(block)) if (node.attrs?.id === id) return { step, block: node as Block }
  return null
}

/** How much of the text on either side is kept with a range. */
const around = 32

/**
 * A range of a text with what is needed to find it again: its words, those around it, and where it stood; after the
 * TextQuoteSelector and the TextPositionSelector of the Web Annotation Data Model (W3C, 2017).
 */
export const rangeOf = (text: string, { start, end }: Stretch): RangeAnchor => ({
  kind: 'range',
  start,
  quote: text.slice(start, end),
  before: text.slice(Math.max(0, start - around), start),
  after: text.slice(end, end + around),
})

/** Why an anchor does not fit the block it is on: of the wrong kind, or not to be found there; null when it fits. */
export function anchorFault(
  block: Block,
  anchor: Anchor | Omit<RangeAnchor, 'before' | 'after'>,
): 'missing' | 'wrong' | null {
  switch (anchor.kind) {
    case 'block':
      return null
    case 'range': {
      if (!isTextBlock(block)) return 'wrong'
      return wordsOf(block).startsWith(anchor.quote, anchor.start) ? null : 'missing'
    }
    case 'time':
      if (block.type !== 'video' && block.type !== 'embed') return 'wrong'
      return anchor.to !== null && anchor.to < anchor.from ? 'missing' : null
    case 'point':
      return block.type === 'image' ? null : 'wrong'
  }
}

/**
 * Finds a range again in a later text: its own words where what stands beside them agrees, the nearest ones when
 * several do; else words much like them. Null when the passage is gone: other words are never taken for it.
 */
export function findRange(anchor: RangeAnchor, text: string): Found | null {
  return findExact(anchor, text) ?? findSimilar(anchor, text)
}

/** So much of one side is enough to know a place by. */
const enoughBeside = 12
/** Words so long that stand only once need nothing beside them. */
const longEnough = 24
/** Of shorter words a few other letters make other words, and the edge of a text alone is no place for them. */
const leastSimilar = 8
const edge = '\u0000'

/** How much agrees on both sides of a place, in characters, the edge of the text being one; and whether that will do. */
function beside(anchor: RangeAnchor, text: string, place: Stretch): { weight: number; isSure: boolean } {
  const { quote } = anchor
  const before = anchor.before.length === anchor.start ? edge + anchor.before : anchor.before
  const after = anchor.after.length < around ? anchor.after + edge : anchor.after
  const left = commonEnd(before, edge + text.slice(0, place.start))
  const right = commonStart(after, text.slice(place.end) + edge)
  const [isLeft, isRight] = [
    left >= Math.min(enoughBeside, before.length),
    right >= Math.min(enoughBeside, after.length),
  ]
  const isLong = quote.length >= leastSimilar
  const isSure =
    (isLeft && (isRight || isLong || before.length > 1)) ||
    (isRight && (isLong || after.length > 1)) ||
    left + right >= enoughBeside ||
    (quote.length >= longEnough && isOnce(text, quote))
  return { weight: left + right, isSure }
}

const isOnce = (text: string, words: string) =>
  text.includes(words) && text.indexOf(words) === text.lastIndexOf(words)

function commonStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count += 1
  return count
}

function commonEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && a.at(-1 - count) === b.at(-1 - count)) count += 1
  return count
}

/** The best of some places: most agreement beside it, then the nearest to where it was. */
function best(anchor: RangeAnchor, text: string, places: readonly Stretch[]): Stretch | undefined {
  const rated = places.map((place) => ({ ...place, ...beside(anchor, text, place) }))
  const distance = ({ start }: Stretch) => Math.abs(start - anchor.start)
  return rated
    .filter(({ isSure }) => isSure)
    .sort((a, b) => b.weight - a.weight || distance(a) - distance(b))[0]
}

function findExact(anchor: RangeAnchor, text: string): Found | null {
  const places: Stretch[] = []
  for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1))
    places.push({ start: at, end: at + anchor.quote.length })
  const place = best(anchor, text, places)
  return place ? { start: place.start, end: place.end, how: 'exact' } : null
}

/** So much of the words may differ: a letter in four. */
const mayDiffer = 0.25

/** Words much like those of the range (by edit distance, found with Myers' bit-parallel search), beside the same ones. */
function findSimilar(anchor: RangeAnchor, text: string): Found | null {
  const { quote } = anchor
  if (quote.length < leastSimilar) return null
  const matches = search(text, quote, Math.floor(quote.length * mayDiffer))
  const fewest = Math.min(...matches.map(({ errors }) => errors))
  const place = best(
    anchor,
    text,
    matches.filter(({ errors }) => errors === fewest),
  )
  return place ? { start: place.start, end: place.end, how: 'similar' } : null
}
