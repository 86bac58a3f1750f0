import { textOf, walk } from './blocks.ts'
import { lackOf } from './ready.ts'
import type { Block, CourseDocument, Question, Step } from './schema.ts'

/** A part of a course that its template asks for, with guidance for whoever writes it. */
export interface Part {
  /** The block that is to say it, and the step it stood in. */
  id: string
  stepId: string
  type: string
  hint: string
  /** What to tell whoever answers a question right, or wrong. */
  right?: string | undefined
  wrong?: string | undefined
  /** What its template gives as an example. */
  placeholder?: string | undefined
  isRequired: boolean
}

/** The cells of a table that are to be filled in: not those that name its columns, unless there are no others. */
function cellsOf({ content }: Extract<Block, { type: 'table' }>) {
  const all = content.flatMap((row) => row.content)
  const own = all.filter(({ type }) => type === 'tableCell')
  return own.length > 0 ? own : all
}

/** Whether somebody has written something there. A box or a table that has only its titles says nothing yet. */
export function isFilled(block: Block): boolean {
  if (block.type === 'question') return lackOf(block.attrs as Question) === null
  if (block.type === 'table') return cellsOf(block).some((cell) => textOf(cell) !== '')
  const inner = block.type === 'callout' || block.type === 'collapsible' ? block.content : [block]
  return inner.some((one) => textOf(one) !== '')
}

const blocksIn = (step: Step) => [...walk(step)] as unknown as Block[]

interface OpenPart {
  part: Part
  isGone: boolean
}

/** The parts that are required and not there yet: empty, or taken out with nothing of the kind in their place. */
export function openParts(
  document: CourseDocument,
  parts: readonly Part[],
): { part: Part; isGone: boolean }[] {
  const ids = new Set(parts.map(({ id }) => id))
  return parts
    .filter(({ isRequired }) => isRequired)
    .flatMap((part): OpenPart[] => {
      const block = document.content.flatMap(blocksIn).find(({ attrs }) => attrs?.id === part.id)
      if (block) return isFilled(block) ? [] : [{ part, isGone: false }]
      const step = document.content.find(({ attrs }) => attrs.id === part.stepId)
      // What was pasted over it is another block of the same kind.
      const isReplaced = step?.content.some(
        (one) => one.type === part.type && !ids.has(one.attrs.id) && isFilled(one),
      )
      return isReplaced ? [] : [{ part, isGone: true }]
    })
}
