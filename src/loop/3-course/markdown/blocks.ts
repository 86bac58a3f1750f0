import type { FootnoteDefinition, List, Paragraph, Root, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { newBlockId } from '../document/blocks.ts'
import type { Block, Inline } from '../document/schema.ts'
import { definitionsIn } from './definitions.ts'
import { type FoundImage, readInline, runsOf } from './inline.ts'
import { headed, nameBehind } from './names.ts'
import type { Reading } from './reading.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/** Containers nest four deep in a course; what is deeper is kept, one level up. */
const deepest = 4
const attrs = () => ({ id: newBlockId() })
const paragraphOf = (text: string): Block => ({
  type: 'paragraph',
  attrs: attrs(),
  ...(text && { content: [{ type: 'text', text }] }),
})

/** Blocks from Markdown without divs. `depth` says how many containers are around it. */
export function readBlocks(reading: Reading, text: string, depth: number): Block[] {
  const made: Block[] = []
  const tree = parser.parse(text)
  define(reading, tree)
  for (const node of tree.children) {
    for (const block of blockOf(reading, node, depth)) {
      reading.placed(block.attrs.id, reading.lineOf(node))
      made.push(block)
    }
  }
  return made
}

/** The words of a first-level heading, the name behind it, and the HTML that is not kept; null when the line is none. */
export function titleOf(source: string): { words: string; name: string | null; html: string[] } | null {
  if (!source.startsWith('# ')) return null
  const { line, name } = nameBehind(source)
  const [heading] = parser.parse(line).children
  if (heading?.type !== 'heading' || heading.depth !== 1) return null
  const html: string[] = []
  const words = wordsOf(heading, line, html).replace(/\s+/g, ' ').trim()
  return words ? { words, name, html } : null
}

function wordsOf(node: RootContent, line: string, html: string[]): string {
  if (!('children' in node)) {
    if (node.type === 'html') html.push(node.value)
    return 'value' in node && node.type !== 'html' ? node.value : ''
  }
  const children: RootContent[] = node.children
  const words = runsOf(children).map(([first, ...rest]) => {
    if (rest.length === 0) return wordsOf(first, line, html)
    html.push(line.slice(first.position?.start.offset, rest.at(-1)?.position?.end.offset))
    return ''
  })
  return words.join('')
}

/** Definitions may stand behind what uses them, inside any container; the first of a label counts. */
function define(reading: Reading, node: Root | RootContent): void {
  if (node.type === 'definition' && !reading.definitions.has(node.identifier))
    reading.definitions.set(node.identifier, { url: node.url, title: node.title ?? '' })
  if ('children' in node) for (const child of node.children) define(reading, child)
}

/** What a node becomes; the names that were read in it are those of its first block, if no block in it has them. */
function blockOf(reading: Reading, node: RootContent, depth: number): Block[] {
  const blocks = unnamed(reading, node, depth)
  reading.nameBlock(blocks[0]?.attrs.id)
  return blocks
}

function unnamed(reading: Reading, node: RootContent, depth: number): Block[] {
  switch (node.type) {
    case 'heading': {
      const { content, images } = readInline(reading, headed(reading, node))
      const level = Math.min(4, Math.max(2, node.depth))
      return [{ type: 'heading', attrs: { id: newBlockId(), level }, content }, ...pictures(reading, images)]
    }
    case 'paragraph':
      return paragraphsOf(reading, node)
    case 'code':
      return [
        {
          type: 'codeBlock',
          attrs: { id: newBlockId(), language: node.lang?.replace(/[{}.]/g, '').slice(0, 40) || null },
          ...(node.value && { content: [{ type: 'text', text: node.value }] }),
        },
      ]
    case 'thematicBreak':
      return [{ type: 'horizontalRule', attrs: attrs() }]
    case 'list':
      return listOf(reading, node, depth)
    case 'blockquote': {
      const content = node.children.flatMap((child) => blockOf(reading, child, depth + 1))
      if (content.length === 0) return []
      return depth < deepest
        ? [{ type: 'blockquote', attrs: attrs(), content }]
        : flattened(reading, node, content)
    }
    case 'table':
      return [tableOf(reading, node)]
    case 'html':
      reading.dropHtml(node.value, reading.lineOf(node))
      return []
    case 'footnoteDefinition':
      return footnoteOf(reading, node, depth)
    default:
      return []
  }
}

/** A paragraph; one for each definition where there are some, with the term in bold on a line of its own. */
function paragraphsOf(reading: Reading, node: Paragraph): Block[] {
  const read = (content: Inline[], images: FoundImage[]): Block[] => {
    const words: Block[] = content.length > 0 ? [{ type: 'paragraph', attrs: attrs(), content }] : []
    return [...words, ...pictures(reading, images)]
  }
  const defined = definitionsIn(node.children)
  if (!defined) {
    const { content, images } = readInline(reading, node.children)
    return read(content, images)
  }
  const term = readInline(reading, [{ type: 'strong', children: defined.term }])
  const meanings = defined.meanings.map((meaning) => readInline(reading, meaning))
  const lines = meanings.flatMap(({ content }): Inline[] => [{ type: 'hardBreak' }, ...content])
  return read(
    [...term.content, ...lines],
    [term, ...meanings].flatMap(({ images }) => images),
  )
}

/** A course has no foot: a footnote becomes a paragraph where it is written, with its mark in front. */
function footnoteOf(reading: Reading, node: FootnoteDefinition, depth: number): Block[] {
  const [first, ...rest] = node.children.flatMap((child) => blockOf(reading, child, depth))
  const mark: Inline = { type: 'text', text: `[${node.label ?? node.identifier}] ` }
  const start: Block =
    first?.type === 'paragraph'
      ? { ...first, content: [mark, ...(first.content ?? [])] }
      : { type: 'paragraph', attrs: attrs(), content: [mark] }
  return first && first.type !== 'paragraph' ? [start, first, ...rest] : [start, ...rest]
}

function flattened(reading: Reading, node: RootContent, content: Block[]): Block[] {
  reading.report(reading.lineOf(node), 'note', 'nesting.flattened')
  return content
}

function listOf(reading: Reading, node: List, depth: number): Block[] {
  const items = node.children.map((item) =>
    item.children.flatMap((child) => blockOf(reading, child, depth + 1)),
  )
  const filled = items.map((content) => (content.length > 0 ? content : [paragraphOf('')]))
  if (depth >= deepest) return flattened(reading, node, filled.flat())
  const content = filled.map((blocks) => ({ type: 'listItem' as const, content: blocks as never }))
  if (!node.ordered) return [{ type: 'bulletList', attrs: attrs(), content }]
  return [
    { type: 'orderedList', attrs: { id: newBlockId(), start: Math.min(9999, node.start ?? 1) }, content },
  ]
}

function tableOf(reading: Reading, node: Table): Block {
  const content = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    content: row.children.map((cell) => ({
      type: index === 0 ? ('tableHeader' as const) : ('tableCell' as const),
      attrs: { colspan: 1, rowspan: 1 },
      content: [
        { type: 'paragraph' as const, attrs: attrs(), content: readInline(reading, cell.children).content },
      ],
    })),
  }))
  return { type: 'table', attrs: attrs(), content }
}

function pictures(reading: Reading, images: FoundImage[]): Block[] {
  return images.map(({ url, alt, title, line }) => {
    const name = url.slice(0, 200)
    if (!alt) reading.report(line, 'warning', 'image.undescribed', { name })
    const isElsewhere = /^[a-z]+:|^\/\//i.test(url)
    if (isElsewhere) reading.report(line, 'warning', 'image.elsewhere', { name })
    const asset = isElsewhere ? null : reading.findFile(url, 'image', line)
    if (!asset) return paragraphOf((alt || title || url).slice(0, 1000))
    return {
      type: 'image',
      attrs: { id: newBlockId(), asset, alt: alt.slice(0, 1000), caption: title.slice(0, 1000) },
    }
  })
}
