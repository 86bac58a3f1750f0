import type { Block, Step } from '#course/document/schema.ts'
import type { Finding, Review } from '../contract.ts'

const children = (block: Block): readonly unknown[] =>
  'content' in block && Array.isArray(block.content) ? block.content : []

/**
 * Where a finding on a block stands on the page, by block id: beside the block itself, or beside the list or table
 * around it. In reading order; the blocks that stand for themselves are `[...places.values()]` without repeats.
 */
export function placesOf(step: Step): Map<string, string> {
  const places = new Map<string, string>()
  const visit = (node: unknown, around: string | null) => {
    const block = node as Block
    const id = block.attrs?.id
    const place = around ?? id ?? null
    if (id && place) places.set(id, place)
    // What follows a block is not drawn between the items of a list or the cells of a table.
    const isClosed = ['bulletList', 'orderedList', 'table'].includes(block.type)
    for (const child of children(block)) visit(child, around ?? (isClosed ? place : null))
  }
  for (const block of step.content) visit(block, null)
  return places
}

export interface StepFigures {
  id: string
  title: string
  /** Blocks that differ from the round before. */
  changes: number
  /** Findings of this round, and earlier ones that still stand. */
  findings: number
}

/** The steps of the version under review with what there is to look at. */
export const stepFigures = (review: Review): StepFigures[] =>
  review.document.content.map((step) => {
    const places = placesOf(step)
    return {
      id: step.attrs.id,
      title: step.attrs.title,
      changes: review.changes.find(({ id }) => id === step.attrs.id)?.blocks.length ?? 0,
      findings: findingsIn(review).filter(
        ({ blockId, round, resolution }) =>
          places.has(blockId) && (round === review.round || resolution === null),
      ).length,
    }
  })

/** Findings to show: those of this round and the one before, and earlier ones that nobody has settled. */
export const findingsIn = (review: Review): Finding[] =>
  review.findings.filter(({ round, resolution }) => round >= review.round - 1 || resolution === null)
