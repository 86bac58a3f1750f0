import type { Inline } from '../document/schema.ts'

type Text = Extract<Inline, { type: 'text' }>
type Mark = NonNullable<Text['marks']>[number]

export interface InlinePlace {
  /** In a cell of a table, where a bar would end it. */
  isCell?: boolean
  /** Where a link of the document leads in the file. */
  hrefOf: (href: string) => string
}

/** A mark that is written around a text, and what is in it. */
type Node = { mark: Mark; children: Node[] } | { text: string } | { isBreak: true }

const order = ['link', 'bold', 'italic', 'strike', 'code'] as const
const rankOf = (mark: Mark) => order.indexOf(mark.type)
const same = (a: Mark, b: Mark) => a.type === b.type && JSON.stringify(a) === JSON.stringify(b)

/** Text with marks in Markdown; reading it back gives the same text and marks. */
export function writeInline(content: readonly Inline[], place: InlinePlace): string {
  return atLineStart(join(write(treeOf(content), place)))
}

/** Neighbours with a mark in common share it: `**a _b_**`. */
function treeOf(content: readonly Inline[], depth: readonly Mark[] = []): Node[] {
  const nodes: Node[] = []
  let index = 0
  while (index < content.length) {
    const node = content[index] as Inline
    if (node.type === 'hardBreak') nodes.push({ isBreak: true })
    const mark = node.type === 'text' ? nextMark(node, depth) : undefined
    if (node.type === 'text' && !mark) nodes.push({ text: node.text })
    if (!mark) {
      index += 1
      continue
    }
    let end = index
    while (end < content.length && begins(content[end] as Inline, mark, depth)) end += 1
    nodes.push({ mark, children: treeOf(content.slice(index, end), [...depth, mark]) })
    index = end
  }
  return nodes
}

function begins(node: Inline, mark: Mark, depth: readonly Mark[]): boolean {
  const next = node.type === 'text' ? nextMark(node, depth) : undefined
  return next !== undefined && same(next, mark)
}

const nextMark = (node: Text, depth: readonly Mark[]): Mark | undefined =>
  [...(node.marks ?? [])]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .find((mark) => !depth.some((other) => same(other, mark)))

/** A run of source; `opens` and `closes` are delimiters, which depend on the characters beside them. */
type Part = { source: string } | { plain: string } | { opens: string } | { closes: string }

const delimiters = { bold: '**', italic: '_', strike: '~~' } as const

function write(nodes: readonly Node[], place: InlinePlace): Part[] {
  return nodes.flatMap((node): Part[] => {
    if ('isBreak' in node) return [{ source: '<br>' }]
    if ('text' in node) return [{ plain: node.text.replace(/\r?\n|\r/g, ' ') }]
    const { mark, children } = node
    if (mark.type === 'code') return [{ source: codeOf(textIn(children), place) }]
    const inside = write(children, place)
    if (mark.type === 'link') {
      const target = place.hrefOf(mark.attrs.href).replace(/[\\<>&|]/g, '\\$&')
      return [{ source: `[${join(inside, true)}](<${target}>)` }]
    }
    const delimiter = delimiters[mark.type]
    return [{ opens: delimiter }, ...inside, { closes: delimiter }]
  })
}

const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('text' in node ? node.text : 'children' in node ? textIn(node.children) : '')).join('')

function codeOf(code: string, { isCell }: InlinePlace): string {
  if (isCell && code.includes('|')) return `<code>${plainOf([...code], new Set(), addressesIn(code))}</code>`
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const isPadded = /^`|`$/.test(code) || (/^ .* $/s.test(code) && code.trim() !== '')
  return isPadded ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`
}

/**
 * Joins parts. A delimiter counts only beside the right characters, so a letter outside it, or a space inside it, is
 * written as its number: the end of `&#97;` is punctuation.
 */
function join(parts: readonly Part[], isInLink = false): string {
  return parts
    .map((part, index) => {
      if ('source' in part) return part.source
      if ('opens' in part) return part.opens
      if ('closes' in part) return part.closes
      const characters = [...part.plain]
      const edges = new Set<number>()
      if (isEdge(characters[0], parts[index - 1], 'opens')) edges.add(0)
      if (isEdge(characters.at(-1), parts[index + 1], 'closes')) edges.add(characters.length - 1)
      return plainOf(characters, edges, isInLink ? new Set() : addressesIn(part.plain))
    })
    .join('')
}

/** Whether a character must not stand beside its neighbour as it is; `inward` is a delimiter that it is inside of. */
function isEdge(character = '', neighbour: Part | undefined, inward: 'opens' | 'closes'): boolean {
  if (!neighbour || 'source' in neighbour || 'plain' in neighbour) return false
  return inward in neighbour ? /\s/u.test(character) : !/[\s!-/:-@[-`{-~]/.test(character)
}

function plainOf(characters: readonly string[], edges: Set<number>, cuts: Set<number>): string {
  let [written, offset] = ['', 0]
  for (const [index, character] of characters.entries()) {
    if (cuts.has(offset)) written += '<!---->'
    written += edges.has(index) ? numbered(character) : escaped(character)
    offset += character.length
  }
  return written
}

/** What looks like an address is not a link unless it is marked as one: an empty comment in it keeps it apart. */
const addressesIn = (text: string): Set<number> =>
  new Set(
    [...text.matchAll(/(?<=https?)(?=:\/\/)|(?<=www)(?=\.)|(?<=[-.\w+])(?=@)/gi)].map(({ index }) => index),
  )

const numbered = (character: string) => `&#${character.codePointAt(0)};`

/** Text whose characters all stand for themselves. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]{<>&~|!]/g, '\\$&').replace(/\t/g, '&#9;')

/** What would begin a heading, a list, a quote or a block at the start of a line. */
export function atLineStart(source: string): string {
  const edge = source.replace(/^ +| +$/g, (spaces) => '&#32;'.repeat(spaces.length))
  return edge.replace(/^(\d{1,9})(?=[.)])/, '$1\\').replace(/^(?:[#+=:-]|%%)/, '\\$&')
}
