import { ownText, walk } from '../document/blocks.ts'
import { innerPlaceOf } from '../document/places.ts'
import type { CourseDocument } from '../document/schema.ts'
import { anchorsOf } from './anchors.ts'

export interface Names {
  /** Where a link of the document leads in the file. */
  hrefOf: (href: string) => string
  /** What is written before the words of a block to which some link leads; nothing for any other. */
  nameOf: (blockId: string) => string
}

/** Gives a name in the file to every place of a course to which a link of its own leads. */
export function namesFor(document: CourseDocument): Names {
  const anchors = anchorsOf(document.content.map(({ attrs }) => attrs.title))
  const steps = new Map(document.content.map(({ attrs }, index) => [attrs.id, anchors[index] ?? '']))
  const taken = new Set(anchors)
  const named = new Set(namedIn(document))
  const blocks = new Map<string, string>()
  let number = 0
  for (const { blockId } of linksIn(document)) {
    if (!blockId || !named.has(blockId) || blocks.has(blockId)) continue
    do number += 1
    while (taken.has(`part-${number}`))
    blocks.set(blockId, `part-${number}`)
  }
  return {
    hrefOf: (href) => {
      const place = innerPlaceOf(href)
      const name = place && (blocks.get(place.blockId ?? '') ?? steps.get(place.stepId))
      return name ? `#${name}` : href
    },
    nameOf: (blockId) => (blocks.has(blockId) ? `[]{#${blocks.get(blockId)}}` : ''),
  }
}

const linksIn = (document: CourseDocument) =>
  [...walk(document)].flatMap((node) =>
    ((node as Marked).marks ?? []).flatMap(({ attrs }) => innerPlaceOf(attrs?.href ?? '') ?? []),
  )

interface Marked {
  marks?: { attrs?: { href?: string } }[]
}

/** Blocks of words that a name can stand before: not in a cell of a table, and not empty. */
function* namedIn(node: unknown): Generator<string> {
  const { type, attrs, content = [] } = node as Block
  if ((type === 'paragraph' || type === 'heading') && attrs?.id && ownText({ content }).trim()) yield attrs.id
  if (type !== 'table') for (const child of content) yield* namedIn(child)
}

interface Block {
  type: string
  attrs?: { id?: string }
  content?: { text?: string }[]
}
