import { stringify } from 'yaml'
import type { Block, CourseDocument } from '../document/schema.ts'
import { atLineStart, escaped, type InlinePlace, writeInline } from './export-inline.ts'
import { type Names, namesFor } from './export-names.ts'
import { questionLines } from './export-question.ts'

export interface Exported {
  title: string
  objective: string
  document: CourseDocument
  /** The path of a file beside the Markdown, by its id. */
  pathOf: (assetId: string) => string
}

interface Writing extends Pick<Names, 'nameOf'> {
  place: InlinePlace
  pathOf: (assetId: string) => string
  /** Divs cannot stand in lists and quotes: what is in them is written there without them. */
  isNested: boolean
}

/**
 * A course as one Markdown file that `importMarkdown` reads back: the same but for ids, merged cells, empty
 * paragraphs, and callouts that stand in a list or a quote, of which the content is kept.
 */
export function exportMarkdown({ title, objective, document, pathOf }: Exported): string {
  const { hrefOf, nameOf } = namesFor(document)
  const writing = { pathOf, nameOf, isNested: false, place: { hrefOf } }
  const steps = document.content.map(({ attrs, content }) => {
    const heading = writeHeading(1, atLineStart(escaped(oneLine(attrs.title))))
    return `${heading}\n\n${writeBlocks(content, writing)}`
  })
  return `---\n${stringify({ title, objective })}---\n\n${steps.join('\n\n')}\n`
}

/** Number signs at the end would close a heading and not be a part of it. */
const writeHeading = (level: number, source: string) =>
  `${'#'.repeat(level)} ${source.replace(/(?<!\\)#+$/, '\\$&')}`

function writeBlocks(blocks: readonly Block[], writing: Writing): string {
  const written: string[] = []
  let lists = 0
  for (const [index, block] of blocks.entries()) {
    // Two lists in a row are one list to Markdown, unless their markers differ.
    lists = isList(block) && blocks[index - 1]?.type === block.type ? lists + 1 : 0
    const source = writeBlock(block, writing, lists % 2 === 1)
    if (source !== '') written.push(source)
  }
  return written.join('\n\n')
}

const isList = (block: Block) => block.type === 'bulletList' || block.type === 'orderedList'

function writeBlock(block: Block, writing: Writing, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return writing.nameOf(block.attrs.id) + folded(writeInline(block.content ?? [], writing.place))
    case 'heading':
      return writeHeading(
        block.attrs.level,
        writing.nameOf(block.attrs.id) + writeInline(block.content ?? [], writing.place),
      )
    case 'bulletList':
      return writeItems(block.content, writing, () => (isOther ? '+ ' : '- '))
    case 'orderedList':
      return writeItems(
        block.content,
        writing,
        (index) => `${block.attrs.start + index}${isOther ? ')' : '.'} `,
      )
    case 'blockquote':
      return prefixed(writeBlocks(block.content, { ...writing, isNested: true }), '> ', '> ')
    case 'table':
      return writeTable(block, writing)
    case 'codeBlock':
      return writeCode(block.attrs.language, (block.content ?? []).map(({ text }) => text).join(''))
    case 'horizontalRule':
      return '***'
    case 'image': {
      const caption = block.attrs.caption.replace(/[\\"&]/g, '\\$&').replace(/\s+/g, ' ')
      const title = caption && ` "${caption}"`
      return `![${atLineStart(escaped(oneLine(block.attrs.alt)))}](<${writing.pathOf(block.attrs.asset)}>${title})`
    }
    default:
      return writeDiv(block, writing)
  }
}

type Div = Extract<Block, { type: 'callout' | 'collapsible' | 'video' | 'file' | 'embed' | 'question' }>

function writeDiv(block: Div, writing: Writing): string {
  switch (block.type) {
    case 'callout':
    case 'collapsible': {
      const inside = writeBlocks(block.content, writing)
      const { title } = block.attrs
      if (writing.isNested) return [title && `**${escaped(title)}**`, inside].filter(Boolean).join('\n\n')
      if (block.type === 'collapsible') return div('solution', { title }, inside)
      return div('callout', { kind: block.attrs.kind, title }, inside)
    }
    case 'video': {
      const { asset, title, captions } = block.attrs
      return div('video', {
        src: writing.pathOf(asset),
        title,
        captions: captions && writing.pathOf(captions),
      })
    }
    case 'file':
      return div('file', { src: writing.pathOf(block.attrs.asset), name: block.attrs.name })
    case 'embed':
      return div('embed', { url: block.attrs.url, title: block.attrs.title })
    case 'question':
      if (writing.isNested) return atLineStart(escaped(oneLine(block.attrs.prompt)))
      return div(
        'question',
        { kind: block.attrs.kind, points: block.attrs.points },
        questionLines(block.attrs).join('\n'),
      )
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A fenced div, with more colons than the divs in it. */
function div(name: string, attributes: Record<string, string | number | null>, inside = ''): string {
  const longest = Math.max(2, ...[...inside.matchAll(/^:{3,}/gm)].map(([colons]) => colons.length))
  const colons = ':'.repeat(longest + 1)
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null
      ? []
      : [`${key}="${oneLine(String(value)).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`],
  )
  return [`${colons} ${name} {${written.join(' ')}}`, inside, colons].filter(Boolean).join('\n')
}

function writeItems(
  items: readonly { content: Block[] }[],
  writing: Writing,
  markerOf: (index: number) => string,
): string {
  return items
    .map(({ content }, index) => {
      const marker = markerOf(index)
      const inside = writeBlocks(content, { ...writing, isNested: true })
      return prefixed(inside, marker, ' '.repeat(marker.length)).trimEnd()
    })
    .join('\n')
}

const prefixed = (source: string, first: string, rest: string) =>
  source
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n')

function writeTable({ content }: Extract<Block, { type: 'table' }>, { place }: Writing): string {
  const rows = content.map((row) =>
    row.content.flatMap(({ attrs, content }) => [
      content
        .map((paragraph) => writeInline(paragraph.content ?? [], { ...place, isCell: true }))
        .join('<br>'),
      ...Array<string>(attrs.colspan - 1).fill(''),
    ]),
  )
  const width = Math.max(...rows.map(({ length }) => length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array<string>(width).fill('---')), ...body.map(line)].join('\n')
}

function writeCode(language: string | null, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [fence + (language ?? ''), ...(code === '' ? [] : [code]), fence].join('\n')
}

const longest = 8000

/** A paragraph in lines that are not too long to be read back: a line's end between two words is a space. */
function folded(source: string): string {
  let [rest, lines] = [source, '']
  while (rest.length > longest) {
    const at = rest.slice(longest / 2).search(/[a-z] [a-z]/i)
    if (at < 0) break
    lines += `${rest.slice(0, longest / 2 + at + 1)}\n`
    rest = rest.slice(longest / 2 + at + 2)
  }
  return lines + rest
}
