import type { JSONContent } from '@tiptap/core'
import { newBlockId } from '../../document/blocks.ts'
import { embedAddress } from '../../document/embed.ts'
import { type Block, isSafeHref } from '../../document/schema.ts'

/** What of a node's attributes the document keeps; the editor's own (alignment, targets, ...) stay behind. */
const kept: Record<string, readonly string[]> = {
  paragraph: ['id'],
  heading: ['id', 'level'],
  bulletList: ['id'],
  orderedList: ['id', 'start'],
  blockquote: ['id'],
  codeBlock: ['id', 'language'],
  horizontalRule: ['id'],
  table: ['id'],
  image: ['id', 'asset', 'alt', 'caption'],
  video: ['id', 'asset', 'title', 'captions'],
  file: ['id', 'asset', 'name'],
  embed: ['id', 'url', 'title'],
  callout: ['id', 'kind', 'title'],
  collapsible: ['id', 'title'],
}
const containers = new Set(['bulletList', 'orderedList', 'blockquote', 'callout', 'collapsible'])
const deepest = 4
const longestText = 20_000
const longestHref = 2000

type Attrs = Record<string, unknown>

const markOf = ({ type, attrs }: { type: string; attrs?: Attrs }) =>
  type === 'link' ? { type, attrs: { href: String(attrs?.href ?? '') } } : { type }

const isKept = ({ type, attrs }: { type: string; attrs?: Attrs }) => {
  const href = String(attrs?.href ?? '')
  return type !== 'link' || (isSafeHref(href) && href.length <= longestHref)
}

const defaultOf = (name: string): unknown => ({ id: newBlockId(), start: 1 })[name] ?? null

/** The attributes that the document keeps of a node; null when the node is not part of the course yet. */
function attrsOf(type: string, attrs: Attrs): Attrs | null | undefined {
  // A file that has not arrived, a video whose address is not written to its end.
  if (['image', 'video', 'file'].includes(type) && !attrs.asset) return null
  const url = type === 'embed' ? embedAddress(String(attrs.url)) : null
  if (type === 'embed' && !url) return null
  // A copied question keeps its words but takes the block's own id.
  if (type === 'question') return { ...(attrs.question as Attrs), id: attrs.id ?? newBlockId() }
  if (type === 'tableCell' || type === 'tableHeader') {
    const { colspan, rowspan } = attrs as { colspan: number; rowspan: number }
    return { colspan: Math.min(30, colspan), rowspan: Math.min(100, rowspan), colwidth: null }
  }
  const size = attrs.width && attrs.height ? { width: attrs.width, height: attrs.height } : {}
  const own = kept[type]?.map((name) => [name, attrs[name] ?? defaultOf(name)])
  return own && { ...Object.fromEntries(own), ...(type === 'image' && size), ...(url && { url }) }
}

/** A text in parts that a course may hold. */
const textsOf = (text: string, marks: object): JSONContent[] =>
  Array.from({ length: Math.ceil(text.length / longestText) }, (_, index) => ({
    type: 'text',
    text: text.slice(index * longestText, (index + 1) * longestText),
    ...marks,
  }))

/** What the document keeps of a node: itself, nothing, or (nested too deep) what is in it. */
function clean(node: JSONContent, depth: number): JSONContent[] {
  const type = node.type ?? ''
  const found = (node.marks ?? []).filter(isKept).map(markOf)
  const marks = found.length > 0 ? { marks: found } : {}
  if (node.text !== undefined) return textsOf(node.text, marks)
  const isContainer = containers.has(type)
  const content = (node.content ?? []).flatMap((child) => clean(child, isContainer ? depth + 1 : depth))
  if (isContainer && depth >= deepest) return content.flatMap((child) => unwrapped(child))
  const attrs = attrsOf(type, node.attrs ?? {})
  if (attrs === null) return []
  const isEmpty = (isContainer || type === 'listItem') && content.length === 0
  if (isEmpty) content.push({ type: 'paragraph', attrs: { id: newBlockId() } })
  return [{ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }]
}

const unwrapped = (node: JSONContent): JSONContent[] =>
  node.type === 'listItem' ? (node.content ?? []) : [node]

/** The options of a copied question get ids of their own. */
function freshOptions(node: JSONContent, taken: Set<string>): void {
  for (const one of [...(node.attrs?.options ?? []), ...(node.attrs?.items ?? [])] as { id: string }[]) {
    if (taken.has(one.id)) one.id = newBlockId()
    taken.add(one.id)
  }
  for (const child of node.content ?? []) freshOptions(child, taken)
}

const isEmptyParagraph = (node: JSONContent | undefined) => node?.type === 'paragraph' && !node.content

/**
 * Blocks as the document stores them, from what the editor holds, without the empty line at its end, unless it is
 * among those that are asked for. Never empty: a step keeps one paragraph.
 */
export function blocksOf(json: JSONContent, asked: readonly { id: string }[] = []): Block[] {
  const blocks = (json.content ?? []).flatMap((node) => clean(node, 0))
  const last = blocks.at(-1)
  const isAsked = asked.some(({ id }) => id === last?.attrs?.id)
  if (blocks.length > 1 && isEmptyParagraph(last) && !isAsked) blocks.pop()
  const taken = new Set<string>()
  for (const block of blocks) freshOptions(block, taken)
  if (blocks.length > 0) return blocks as Block[]
  return [{ type: 'paragraph', attrs: { id: newBlockId() } }]
}

/** What the editor holds, from blocks as the document stores them: after the last one there is a line to go on. */
export function editorContent(blocks: readonly Block[]): JSONContent {
  const open = (node: JSONContent): JSONContent => {
    if (node.type === 'question')
      return { type: 'question', attrs: { id: node.attrs?.id, question: node.attrs } }
    return node.content ? { ...node, content: node.content.map(open) } : node
  }
  const line = blocks.at(-1)?.type === 'paragraph' ? [] : [{ type: 'paragraph' }]
  return { type: 'doc', content: [...(blocks as readonly JSONContent[]).map(open), ...line] }
}
