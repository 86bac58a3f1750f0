import { newBlockId } from './blocks.ts'
import type { Block, CourseDocument, Question } from './schema.ts'

interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
  text?: string
}

const line = (): Node => ({ type: 'paragraph', attrs: { id: newBlockId() } })
const files: ReadonlySet<string> = new Set(['image', 'video', 'file'])

/** A question of the same kind and size that asks nothing yet. */
function blank(question: Question): Question {
  const { covers: _, ...rest } = question
  const common = { ...rest, prompt: '', feedback: { right: '', wrong: '' } }
  switch (common.kind) {
    case 'single':
    case 'multiple':
      return { ...common, options: common.options.map((one) => ({ ...one, text: '', feedback: '' })) }
    case 'short':
      return { ...common, accepted: [''] }
    case 'numeric':
      return { ...common, value: null, tolerance: 0, unit: '' }
    case 'ordering':
      return { ...common, items: common.items.map((one) => ({ ...one, text: '' })) }
    case 'truefalse':
      return common
  }
}

function empty(node: Node): Node {
  switch (node.type) {
    case 'question':
      return { ...node, attrs: blank(node.attrs as Question) as unknown as Record<string, unknown> }
    case 'bulletList':
    case 'orderedList':
      return { ...node, content: [{ type: 'listItem', content: [line()] }] }
    // What its columns are called stays.
    case 'tableHeader':
    case 'horizontalRule':
    case 'embed':
      return node
    case 'tableCell':
      return { ...node, content: [line()] }
    case 'blockquote':
      return { ...node, content: [line()] }
    case 'callout':
    case 'collapsible':
    case 'table':
    case 'tableRow':
      return { ...node, content: withoutTwins((node.content ?? []).map(empty), node.type) }
    default: {
      const { content: _, ...rest } = node
      return rest
    }
  }
}

/** Of several lines that are empty now, one is enough. */
const withoutTwins = (nodes: Node[], within: string): Node[] =>
  within.startsWith('table')
    ? nodes
    : nodes.filter(({ type }, at) => type !== 'paragraph' || nodes[at - 1]?.type !== 'paragraph')

/** A block as somebody finds it who is to fill it in: of the same kind and shape, without its words. */
export const emptied = (block: Block): Block => empty(block as unknown as Node) as unknown as Block

const named = ({ attrs = {} }: Node): string => String(attrs.alt || attrs.title || attrs.name || '')

function plain(node: Node): Node {
  if (files.has(node.type)) {
    const text = named(node).slice(0, 1000)
    return {
      type: 'paragraph',
      attrs: { id: node.attrs?.id },
      ...(text && { content: [{ type: 'text', text }] }),
    }
  }
  return node.content ? { ...node, content: node.content.map(plain) } : node
}

/** A text in which a line stands for each picture, film and file, and says what it shows: files belong to one course. */
export const withoutFiles = (document: CourseDocument): CourseDocument =>
  plain(document as unknown as Node) as unknown as CourseDocument
