import type { JSONContent } from '@tiptap/core'
import type { CourseDocument } from '../../document/schema.ts'

type Attrs = Record<string, unknown>

/** What of a node the document keeps; the editor's own attributes (a link's target, a cell's align) stay there. */
const kept: Record<string, readonly string[]> = {
  step: ['id', 'title'],
  heading: ['id', 'level'],
  codeBlock: ['id', 'language'],
  orderedList: ['id', 'start'],
  callout: ['id', 'kind', 'title'],
  collapsible: ['id', 'title'],
  image: ['id', 'asset', 'alt', 'caption'],
  video: ['id', 'asset', 'title', 'captions'],
  file: ['id', 'asset', 'name'],
  embed: ['id', 'url', 'title'],
  tableCell: ['colspan', 'rowspan', 'colwidth'],
  tableHeader: ['colspan', 'rowspan', 'colwidth'],
  link: ['href'],
}

const pick = (type: string, attrs: Attrs): Attrs =>
  Object.fromEntries(
    (kept[type] ?? ['id']).flatMap((key) =>
      attrs[key] === undefined || (key === 'colwidth' && attrs[key] === null) ? [] : [[key, attrs[key]]],
    ),
  )

/** A course document as the editor's content. */
export function toEditor(document: CourseDocument): JSONContent {
  const visit = (node: JSONContent): JSONContent => {
    const { id, ...asked } = node.attrs ?? {}
    return {
      ...node,
      ...(node.type === 'question' && { attrs: { id, asked } }),
      ...(node.content && { content: node.content.map(visit) }),
    }
  }
  return visit(document as JSONContent)
}

/** The editor's content as a course document; `courseDocument` says whether it is one. */
export function fromEditor(content: JSONContent): CourseDocument {
  const visit = ({ type = '', text, attrs = {}, marks, content }: JSONContent): JSONContent => {
    const own = type === 'question' ? { id: attrs.id, ...attrs.asked } : pick(type, attrs)
    return {
      type,
      ...(text !== undefined && { text }),
      ...(Object.keys(own).length > 0 && { attrs: own }),
      ...(marks && {
        marks: marks.map((mark) =>
          mark.type === 'link'
            ? { type: 'link', attrs: pick('link', mark.attrs ?? {}) }
            : { type: mark.type },
        ),
      }),
      ...(content && { content: content.map(visit) }),
    }
  }
  return visit(content) as CourseDocument
}
