import { idOf, textOf } from './blocks.ts'
import type { Block, CourseDocument, Question, Step } from './schema.ts'
import { compareWords, type WordPart } from './words.ts'

/** What became of one block. `words` is empty where the change is not in the words: another picture, another answer. */
export interface BlockChange {
  id: string
  type: Block['type']
  kind: 'added' | 'removed' | 'changed'
  words: WordPart[]
}

/** A step in which something changed. */
export interface StepChange {
  id: string
  kind: BlockChange['kind']
  title: WordPart[]
  blocks: BlockChange[]
}

/** Everything that a question says to its author, a line each. */
function wordsOfQuestion(question: Question): string {
  const { prompt, feedback } = question
  const answer = () => {
    switch (question.kind) {
      case 'single':
      case 'multiple':
        return question.options.map(
          ({ text, correct, feedback }) => `${correct ? '✓' : '·'} ${text}${feedback && ` → ${feedback}`}`,
        )
      case 'truefalse':
        return [question.answer ? '✓' : '✗']
      case 'short':
        return question.accepted.map((text) => `✓ ${text}`)
      case 'numeric':
        return [`✓ ${question.value ?? '?'} ± ${question.tolerance ?? '?'} ${question.unit}`]
      case 'ordering':
        return question.items.map(({ text }, index) => `${index + 1}. ${text}`)
    }
  }
  return [prompt, ...answer(), feedback.right, feedback.wrong].filter(Boolean).join('\n')
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'question':
      return wordsOfQuestion(block.attrs)
    case 'codeBlock':
      return (block.content ?? []).map(({ text }) => text).join('')
    case 'image':
      return [block.attrs.alt, block.attrs.caption].filter(Boolean).join('\n')
    case 'video':
      return block.attrs.title
    case 'file':
      return block.attrs.name
    case 'embed':
      return [block.attrs.title, block.attrs.url].filter(Boolean).join('\n')
    default:
      return textOf(block)
  }
}

const stable = (block: Block) =>
  JSON.stringify(block, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

const whole = (block: Block, kind: 'added' | 'removed'): BlockChange => {
  const text = wordsOf(block)
  const words: WordPart[] = text ? [{ kind: kind === 'added' ? 'new' : 'gone', text }] : []
  return { id: idOf(block), type: block.type, kind, words }
}

function changed(before: Block, after: Block): BlockChange | null {
  if (stable(before) === stable(after)) return null
  const words = compareWords(wordsOf(before), wordsOf(after))
  const isInWords = words.some(({ kind }) => kind !== 'same')
  return { id: idOf(after), type: after.type, kind: 'changed', words: isInWords ? words : [] }
}

/** Items of both lists in one order: what is only in the first stands behind what it followed there. */
function merged<Item>(before: readonly Item[], after: readonly Item[], id: (item: Item) => string): string[] {
  const order = after.map(id)
  const known = new Set(order)
  before.forEach((item, index) => {
    if (known.has(id(item))) return
    const previous = before[index - 1]
    order.splice(previous ? order.indexOf(id(previous)) + 1 : 0, 0, id(item))
    known.add(id(item))
  })
  return order
}

const blocksIn = (document: CourseDocument) =>
  new Map(document.content.flatMap(({ content }) => content.map((block) => [idOf(block), block] as const)))
const stepsIn = (document: CourseDocument) => new Map(document.content.map((step) => [step.attrs.id, step]))

/** What became of a course between two texts of it, step by step and block by block. A block that moved did not change. */
export function compareDocuments(before: CourseDocument, after: CourseDocument): StepChange[] {
  const [oldBlocks, newBlocks] = [blocksIn(before), blocksIn(after)]
  const [oldSteps, newSteps] = [stepsIn(before), stepsIn(after)]
  const changeOf = (id: string): BlockChange | null => {
    const [old, now] = [oldBlocks.get(id), newBlocks.get(id)]
    if (old && now) return changed(old, now)
    return now ? whole(now, 'added') : old ? whole(old, 'removed') : null
  }
  return merged(before.content, after.content, ({ attrs }: Step) => attrs.id).flatMap((id) => {
    const [old, now] = [oldSteps.get(id), newSteps.get(id)]
    const here = new Set(now?.content.map(idOf))
    const blocks = merged(old?.content ?? [], now?.content ?? [], idOf)
      // What went to another step is told of there, if it changed at all.
      .filter((block) => here.has(block) || !newBlocks.has(block))
      .flatMap((block) => changeOf(block) ?? [])
    const title = compareWords(old?.attrs.title ?? '', now?.attrs.title ?? '')
    const kind = !old ? 'added' : now ? 'changed' : 'removed'
    const isSame = kind === 'changed' && blocks.length === 0 && title.every((part) => part.kind === 'same')
    return isSame ? [] : [{ id, kind, title, blocks }]
  })
}
