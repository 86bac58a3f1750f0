import { textOf } from './blocks.ts'
import type { Part } from './parts.ts'
import type { Block, CourseDocument, Step } from './schema.ts'

/** How a course treats a block of its template: writes it, may write it, or takes it as it stands. */
export const uses = ['required', 'optional', 'fixed'] as const
export type Use = (typeof uses)[number]

/** What a template asks for in one of its blocks; `hint` is the guidance beside it, empty where it is fixed. */
export interface Ask {
  id: string
  use: Use
  hint: string
}

/** A part as a template has it, with what its block says as an example. */
export type AskedPart = Part & { placeholder: string }

const structure: ReadonlySet<string> = new Set(['heading', 'horizontalRule', 'embed'])
/** What nobody can fill in: a line has no words, and a player without an address is none. */
const unfillable: ReadonlySet<string> = new Set(['horizontalRule', 'embed'])

export const canBeFilled = ({ type }: Block): boolean => !unfillable.has(type)

const mostLetters = 300

/** What a block says that is an example of what is to stand there; a box has its title of its own. */
const exampleOf = (block: Block): string => {
  const own = block.type === 'callout' || block.type === 'collapsible' ? block.content : [block]
  return own.map(textOf).filter(Boolean).join('\n').slice(0, mostLetters)
}

/**
 * What is asked of a block: what its template says. Where it says nothing, what has words stands as it is, and what is
 * empty is to be filled in.
 */
export function askOf(block: Block, asks: ReadonlyMap<string, Ask>): Ask {
  const { id } = block.attrs
  const said = asks.get(id)
  if (said && canBeFilled(block)) return said
  const stands = structure.has(block.type) || exampleOf(block) !== ''
  return { id, use: stands ? 'fixed' : 'required', hint: '' }
}

export const byId = (asks: readonly Ask[]): Map<string, Ask> => new Map(asks.map((ask) => [ask.id, ask]))

const partOf = (block: Block, step: Step, ask: Ask): AskedPart => ({
  ...{ id: ask.id, stepId: step.attrs.id, type: block.type, hint: ask.hint },
  isRequired: ask.use === 'required',
  placeholder: exampleOf(block),
  // What a template’s question tells is what to tell there.
  ...(block.type === 'question' && {
    right: block.attrs.feedback.right.slice(0, mostLetters) || undefined,
    wrong: block.attrs.feedback.wrong.slice(0, mostLetters) || undefined,
  }),
})

/** The parts of a template, in reading order: every block that is not taken as it stands. */
export function partsOf(document: CourseDocument, asks: readonly Ask[]): AskedPart[] {
  const said = byId(asks)
  return document.content.flatMap((step) =>
    step.content.flatMap((block) => {
      const ask = askOf(block, said)
      return ask.use === 'fixed' ? [] : [partOf(block, step, ask)]
    }),
  )
}
