import type { JSONContent } from '@tiptap/core'
import { newBlockId } from '../../document/blocks.ts'
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
  tableCell: ['colspan', 'rowspan', 'colwidth'],
  tableHeader: ['colspan', 'rowspan', 'colwidth'],
  image: ['id', 'asset', 'alt', 'caption'],
  video: ['id', 'asset', 'title', 'captions'],
  file: ['id', 'asset', 'name'],
  embed: ['id', 'url', 'title'],
  callout: ['id', 'kind', 'title'],
  collapsible: ['id', 'title'],
}

const markOf = ({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) =>
  type === 'link' ? { type, attrs: { href: String(attrs?.href ?? '') } } : { type }

const isKept = ({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) =>
  type !== 'link' || isSafeHref(String(attrs?.href ?? ''))

function clean(node: JSONContent): JSONContent | null {
  const type = node.type ?? ''
  // A picture or file whose upload has not finished is not part of the course yet.
  if ((type === 'image' || type === 'video' || type === 'file') && !node.attrs?.asset) return null
  const made: JSONContent = { type }
  if (node.text !== undefined) made.text = node.text
  // A copied question keeps its words but takes the block's own id.
  if (type === 'question') made.attrs = { ...node.attrs?.question, id: node.attrs?.id ?? newBlockId() }
  else if (kept[type])
    made.attrs = Object.fromEntries(
      kept[type].map((name) => [name, node.attrs?.[name] ?? (name === 'language' ? null : defaultOf(name))]),
    )
  const marks = (node.marks ?? []).filter(isKept).map(markOf)
  if (marks.length > 0) made.marks = marks
  const content = (node.content ?? []).map(clean).filter((child) => child !== null)
  if (content.length > 0) made.content = content
  return made
}

const defaultOf = (name: string): unknown =>
  ({ id: newBlockId(), language: null, colwidth: null, captions: null, start: 1 })[name] ?? null

/** The options of a copied question get ids of their own. */
function freshOptions(node: JSONContent, taken: Set<string>): void {
  for (const one of [...(node.attrs?.options ?? []), ...(node.attrs?.items ?? [])] as { id: string }[]) {
    if (taken.has(one.id)) one.id = newBlockId()
    taken.add(one.id)
  }
  for (const child of node.content ?? []) freshOptions(child, taken)
}

/** Blocks as the document stores them, from what the editor holds. Never empty: a step keeps one paragraph. */
export function blocksOf(json: JSONContent): Block[] {
  const blocks = (json.content ?? []).map(clean).filter((block) => block !== null)
  const taken = new Set<string>()
  for (const block of blocks) freshOptions(block, taken)
  if (blocks.length > 0) return blocks as Block[]
  return [{ type: 'paragraph', attrs: { id: newBlockId() } }]
}

/** What the editor holds, from blocks as the document stores them. */
export function editorContent(blocks: readonly Block[]): JSONContent {
  const open = (node: JSONContent): JSONContent => {
    if (node.type === 'question')
      return { type: 'question', attrs: { id: node.attrs?.id, question: node.attrs } }
    return node.content ? { ...node, content: node.content.map(open) } : node
  }
  return { type: 'doc', content: (blocks as readonly JSONContent[]).map(open) }
}
