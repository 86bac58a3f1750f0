import type { Block, CourseDocument, Question } from './schema.ts'
import { usesOf } from './uses.ts'

type Node = { type: string; attrs?: Record<string, unknown>; content?: Node[]; text?: string }

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

/** A new block id: twelve letters and digits, 70 bits. Works in the browser and on the server. */
export const newBlockId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => alphabet[byte % alphabet.length]).join('')

/** Every node below (and with) a node, in reading order. */
export function* walk(node: unknown): Generator<Node> {
  const current = node as Node
  yield current
  for (const child of current.content ?? []) yield* walk(child)
}

/** What is written in a node itself, without the blocks in it. */
export const ownText = ({ content = [] }: { content?: { text?: string }[] }): string =>
  content.map(({ text = '' }) => text).join('')

/** What a block says, in plain words: its text, a question's prompt, a picture's description. */
export function textOf(node: unknown): string {
  const parts: string[] = []
  for (const { type, text, attrs } of walk(node)) {
    if (text !== undefined) parts.push(text)
    // Whatever is not text begins a line, so that the last word before it stays a word.
    else parts.push('\n')
    if (type === 'question') parts.push(`${attrs?.prompt ?? ''}\n`)
    else if (type === 'image') parts.push(`${attrs?.alt ?? ''}\n`)
    else if (type === 'callout' || type === 'collapsible') parts.push(`${attrs?.title ?? ''}\n`)
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** The questions of a step or a course, in order. */
export const questionsOf = (node: unknown): Question[] =>
  [...walk(node)].filter(({ type }) => type === 'question').map(({ attrs }) => attrs as Question)

/** The files that a document uses. */
export const assetsOf = (document: CourseDocument): string[] => [
  ...new Set(usesOf(document).map(({ file }) => file)),
]

const wordsPerMinute = 200
const secondsPerPicture = 12
const secondsPerQuestion = 40

/** How long a step takes to read and answer, in minutes (not rounded). */
export function minutesOf(step: unknown): number {
  const words = textOf(step).split(/\s+/).filter(Boolean).length
  const pictures = [...walk(step)].filter(({ type }) => type === 'image').length
  return (
    words / wordsPerMinute +
    (pictures * secondsPerPicture + questionsOf(step).length * secondsPerQuestion) / 60
  )
}

/** The figures of a course that lists show. */
export const figuresOf = (
  document: CourseDocument,
): { steps: number; questions: number; minutes: number } => ({
  steps: document.content.length,
  questions: questionsOf(document).length,
  minutes: Math.max(1, Math.round(document.content.reduce((sum, step) => sum + minutesOf(step), 0))),
})

/** A document with one step and nothing in it. */
export const emptyDocument = (title: string): CourseDocument => ({
  type: 'doc',
  content: [
    {
      type: 'step',
      attrs: { id: newBlockId(), title },
      content: [{ type: 'paragraph', attrs: { id: newBlockId() } }],
    },
  ],
})

/** Which blocks differ between two documents: for rounds of review and for versions. */
export function diffBlocks(
  before: CourseDocument,
  after: CourseDocument,
): { added: string[]; removed: string[]; changed: string[] } {
  const index = (document: CourseDocument) => {
    const blocks = new Map<string, string>()
    for (const step of document.content) {
      for (const block of step.content) blocks.set(idOf(block), JSON.stringify(block))
    }
    return blocks
  }
  const [old, now] = [index(before), index(after)]
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).map(([id]) => id),
  }
}

/** The id of a block; every block has one. */
export const idOf = (block: Block): string => block.attrs.id
