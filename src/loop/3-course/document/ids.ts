import type { CourseDocument } from './schema.ts'

/** What of a node's attributes carries ids: its own, and those of a question's options or items. */
interface Identified {
  id?: string | null
  options?: { id?: string | null }[]
  items?: { id?: string | null }[]
}

const idOf = (id: string | null | undefined, taken: Set<string>, newId: () => string): string => {
  const own = id && !taken.has(id) ? id : newId()
  taken.add(own)
  return own
}

/** Attributes whose ids nobody has taken: what is missing is filled in, what comes twice is renamed. */
export function ownIds<Attrs extends Identified>(
  attrs: Attrs,
  taken: Set<string>,
  newId: () => string,
): Attrs {
  const renamed = <One extends { id?: string | null }>(list: One[]) =>
    list.map((one) => ({ ...one, id: idOf(one.id, taken, newId) }))
  return {
    ...attrs,
    id: idOf(attrs.id, taken, newId),
    ...(attrs.options && { options: renamed(attrs.options) }),
    ...(attrs.items && { items: renamed(attrs.items) }),
  }
}

/** What has ids of its own; list items, rows and cells have none. */
export const identified: ReadonlySet<string> = new Set([
  'step',
  'paragraph',
  'heading',
  'codeBlock',
  'horizontalRule',
  'image',
  'video',
  'file',
  'embed',
  'question',
  'bulletList',
  'orderedList',
  'blockquote',
  'callout',
  'collapsible',
  'table',
])

interface Node {
  type: string
  attrs?: Identified
  content?: Node[]
}

/** The document with an id of its own for every block: of two that share one, the first keeps it. */
export function assignIds(document: unknown, newId: () => string): CourseDocument {
  const taken = new Set<string>()
  const visit = (node: Node): Node => ({
    ...node,
    ...(identified.has(node.type) && { attrs: ownIds(node.attrs ?? {}, taken, newId) }),
    ...(node.content && { content: node.content.map(visit) }),
  })
  return visit(document as Node) as unknown as CourseDocument
}
