import type { Block } from '#course/document/schema.ts'
import type { PracticeBlock } from './file.ts'

/** The id of a step or block in the course document, from its name in the file: the same in each language, and for good. */
export const idOf = (name: string): string => name.padEnd(12, '0')

const paragraph = (id: string, text: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
})

/** The id of what lies in a block. */
const within = (name: string, index: number): string =>
  `${name.slice(0, 9).padEnd(9, '0')}X${index}`.padEnd(12, '0')

const items = (name: string, texts: readonly string[]) =>
  texts.map((text, index) => ({
    type: 'listItem' as const,
    content: [paragraph(within(name, index), text)],
  }))

/** A block of a practice course as a block of a course document. */
export function blockOf(block: PracticeBlock): Block {
  const id = idOf(block.id)
  if ('text' in block) return paragraph(id, block.text)
  if ('list' in block) return { type: 'bulletList', attrs: { id }, content: items(block.id, block.list) }
  if ('numbered' in block)
    return { type: 'orderedList', attrs: { id, start: 1 }, content: items(block.id, block.numbered) }
  if ('callout' in block) {
    const { kind, title, text } = block.callout
    return { type: 'callout', attrs: { id, kind, title }, content: [paragraph(within(block.id, 0), text)] }
  }
  const { prompt, right, wrong, options } = block.question
  return {
    type: 'question',
    attrs: {
      ...{ id, kind: 'single', prompt, points: 1, feedback: { right, wrong } },
      options: options.map(({ text, right: correct }, index) => ({
        ...{ id: within(block.id, index), text, correct, feedback: '' },
      })),
    },
  }
}
