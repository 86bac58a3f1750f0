import { newBlockId, textOf } from '../document/blocks.ts'
import { type Block, calloutKinds, type Step } from '../document/schema.ts'
import { nameAnchor } from './anchors.ts'
import { readBlocks, titleOf } from './blocks.ts'
import type { Piece } from './divs.ts'
import { fenceAfter } from './fences.ts'
import { isMedia, mediaOf } from './media.ts'
import { readQuestion } from './question.ts'
import { type ReadingOptions, readingOf } from './reading.ts'
import { type Section, sectionsOf } from './sections.ts'
import { stemOf } from './step-files.ts'

/** The steps of one file: one, or one for each first-level heading outside code and divs. */
export function stepsOf(
  options: ReadingOptions,
  lines: string[],
  pieces: Piece[],
  first: { id: string; title: string },
  whole: boolean,
): Step[] {
  const definitions = definitionsOf(lines)
  const steps: Step[] = []
  let current: Step = {
    type: 'step',
    attrs: { id: first.id, title: first.title || stemOf(options.path) },
    content: [],
  }
  for (const made of pieces.flatMap((piece) => blocksOf(options, piece, 0, definitions, !whole))) {
    if (!('step' in made)) {
      current.content.push(made)
      continue
    }
    if (current.content.length > 0) steps.push(current)
    const id = steps.length === 0 && current.content.length === 0 ? first.id : newBlockId()
    if (made.name !== null) nameAnchor(options.anchors, made.name, id)
    current = { type: 'step', attrs: { id, title: made.step }, content: [] }
  }
  return current.content.length > 0 ? [...steps, current] : steps
}

/** Link definitions by label: a section is parsed together with those that it uses. */
function definitionsOf(lines: string[]): Map<string, string> {
  const definitions = new Map<string, string>()
  for (const line of lines) {
    const label = line.match(/^ {0,3}\[([^\]^[]{1,200})\]:\s+\S/)?.[1]?.toLowerCase()
    if (label && !definitions.has(label)) definitions.set(label, line.slice(0, 2500))
  }
  return definitions
}

type Made = Block | { step: string; name: string | null }

function blocksOf(
  options: ReadingOptions,
  piece: Piece,
  depth: number,
  definitions: Map<string, string>,
  split: boolean,
): Made[] {
  if (piece.kind === 'div') return divOf(options, piece, depth, definitions)
  const made: Made[] = []
  for (const chunk of split ? chunksOf(options, piece) : [{ ...piece, step: null, name: null }]) {
    if (chunk.step !== null) made.push({ step: chunk.step, name: chunk.name })
    for (const { line, lines } of sectionsOf(chunk)) {
      const text = [...lines, '', ...usedIn(lines.join('\n'), definitions)].join('\n')
      for (const block of readBlocks(readingOf(options, { text, line }), text, depth)) made.push(block)
    }
  }
  return made
}

function usedIn(text: string, definitions: Map<string, string>): string[] {
  if (definitions.size === 0) return []
  const labels = new Set(
    [...text.matchAll(/(?!^ {0,3}\[[^\]^[]{1,200}\]:)\[([^\]^[]{1,200})\]/gm)].map(([, label = '']) =>
      label.toLowerCase(),
    ),
  )
  return [...labels].flatMap((label) => definitions.get(label) ?? [])
}

type Chunk = Section & { step: string | null; name: string | null }

/** Cuts a run of lines at its first-level headings, which become steps' titles. */
function chunksOf(options: ReadingOptions, { lines, line }: Piece & { kind: 'text' }): Chunk[] {
  const chunks: Chunk[] = [{ step: null, name: null, line, lines: [] }]
  let code: string | null = null
  for (const [index, text] of lines.entries()) {
    code = fenceAfter(text, code)
    const title = code === null ? titleOf(text) : null
    if (!title) {
      chunks.at(-1)?.lines.push(text)
      continue
    }
    const reading = readingOf(options, { text, line: line + index })
    for (const html of title.html) reading.dropHtml(html, line + index)
    chunks.push({ step: title.words.slice(0, 200), name: title.name, line: line + index + 1, lines: [] })
  }
  return chunks
}

const hidden = new Set(['solution', 'hint', 'spoiler', 'instructor'])
const kinds: Record<string, (typeof calloutKinds)[number]> = {
  questions: 'note',
  caution: 'warning',
  prereq: 'note',
  checklist: 'note',
  callout: 'note',
  testimonial: 'note',
}

function divOf(
  options: ReadingOptions,
  div: Piece & { kind: 'div' },
  depth: number,
  definitions: Map<string, string>,
): Block[] {
  const { name, attributes, line, pieces } = div
  if (name === 'question') return questionOf(options, div)
  if (isMedia(name)) return mediaOf(options, name, attributes, line)
  const inner = pieces.flatMap((piece) => blocksOf(options, piece, depth + 1, definitions, false)) as Block[]
  const [first] = inner
  const heading = first?.type === 'heading' && !('title' in attributes) ? textOf(first) : ''
  const content = heading ? inner.slice(1) : inner
  if (content.length === 0) return inner
  // What an episode answers: the same word in both languages of the product.
  const title = (attributes.title || heading || (name === 'questions' ? 'Questions' : '')).slice(0, 300)
  // What led to the heading leads to what it is the title of.
  const id = heading && first ? first.attrs.id : newBlockId()
  if (hidden.has(name)) return [{ type: 'collapsible', attrs: { id, title }, content }]
  const asked = name === 'callout' ? (attributes.kind ?? 'note') : name
  const kind = calloutKinds.find((known) => known === asked) ?? kinds[asked]
  if (kind) return [{ type: 'callout', attrs: { id, kind, title }, content }]
  options.report.push({
    path: options.path,
    line,
    severity: 'note',
    code: 'div.unknown',
    values: { name },
  })
  return [{ type: 'callout', attrs: { id, kind: 'note', title }, content }]
}

function questionOf(options: ReadingOptions, { attributes, line, pieces }: Piece & { kind: 'div' }): Block[] {
  const lines = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.lines : []))
  const made = readQuestion(
    attributes.kind ?? 'single',
    Math.max(1, Math.min(100, Math.round(Number(attributes.points ?? 1)) || 1)),
    lines,
  )
  if (typeof made !== 'string') return [made]
  options.report.push({
    path: options.path,
    line,
    severity: 'error',
    code: 'question.incomplete',
    values: { why: made },
  })
  return []
}
