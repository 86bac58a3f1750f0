import { walk } from '#course/document/blocks.ts'
import type { Block, Step } from '#course/document/schema.ts'
import { type Found, findRange, isTextBlock, wordsOf } from '../anchors.ts'
import type { Finding, Review } from '../contract.ts'
import { findingsIn } from './places.ts'

/** A finding where it stands in the version that is read. */
export interface Placed {
  finding: Finding
  /** Where its words are now, if it is about words and they are still there. */
  words: Found | null
}

/** Every block of a step, however deep. */
export function blocksOf(step: Step): Map<string, Block> {
  const nodes = step.content.flatMap((block) => [...walk(block)]) as Block[]
  return new Map(nodes.filter(({ attrs }) => attrs?.id).map((block) => [block.attrs.id, block]))
}

/** What the text blocks among some say. */
export const textsOf = (blocks: Map<string, Block>): Map<string, string> =>
  new Map([...blocks].flatMap(([id, block]) => (isTextBlock(block) ? [[id, wordsOf(block)] as const] : [])))

/** The findings on blocks of a step, each where it stands now. */
export const placedIn = (review: Review, texts: Map<string, string>, blocks: Map<string, Block>): Placed[] =>
  findingsIn(review)
    .filter(({ blockId }) => blocks.has(blockId))
    .map((finding) => {
      const { anchor, blockId } = finding
      const text = texts.get(blockId)
      const words = anchor.kind === 'range' && text !== undefined ? findRange(anchor, text) : null
      return { finding, words }
    })
