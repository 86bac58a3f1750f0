import { newBlockId, textOf } from '../document/blocks.ts'
import { type Block, calloutKinds, type Step } from '../document/schema.ts'
import { readBlocks } from './blocks.ts'
import { type Piece, splitDivs } from './divs.ts'
import { readQuestion } from './question.ts'
import { type ReadingOptions, readingOf, stemOf } from './reading.ts'

/** The steps of one file: one, or one for each first-level heading outside code and divs. */
export function stepsOf(
  options: ReadingOptions,
  lines: string[],
  firstLine: number,
  first: { id: string; title: string },
  whole: boolean,
): Step[] {
  const definitions = lines.filter((line) => /^ {0,3}\[[^\]^]+\]:\s+\S/.test(line))
  const { pieces, unbalanced } = splitDivs(lines, firstLine)
  for (const line of unbalanced) {
    options.report.push({
      path: options.path,
      line,
      severity: 'warning',
      code: 'div.unbalanced',
      detail: 'A “:::” is opened or closed only once.',
    })
  }
  const blocks = pieces.flatMap((piece) =>
    blocksOf(options, piece, 0, definitions, whole ? null : newBlockId),
  )
  const steps: Step[] = []
  let current: Step = {
    type: 'step',
    attrs: { id: first.id, title: first.title || stemOf(options.path) },
    content: [],
  }
  for (const block of blocks) {
    if (block === null || !('step' in block)) {
      if (block) current.content.push(block)
      continue
    }
    if (current.content.length > 0) steps.push(current)
    const id = steps.length === 0 && current.content.length === 0 ? first.id : newBlockId()
    current = { type: 'step', attrs: { id, title: block.step }, content: [] }
  }
  return current.content.length > 0 ? [...steps, current] : steps
}

type Made = Block | { step: string }

function blocksOf(
  options: ReadingOptions,
  piece: Piece,
  depth: number,
  definitions: string[],
  split: (() => string) | null,
): Made[] {
  if (piece.kind === 'div') return divOf(options, piece, depth, definitions)
  const made: Made[] = []
  for (const chunk of split ? chunksOf(piece) : [{ ...piece, step: null }]) {
    if (chunk.step !== null) made.push({ step: chunk.step })
    const text = [...chunk.lines, '', ...definitions].join('\n')
    made.push(...readBlocks(readingOf(options, { text, line: chunk.line }), text, depth))
  }
  return made
}

/** Cuts a run of lines at its first-level headings, which become steps' titles. */
function chunksOf({
  lines,
  line,
}: Piece & { kind: 'text' }): { step: string | null; line: number; lines: string[] }[] {
  const chunks: { step: string | null; line: number; lines: string[] }[] = [{ step: null, line, lines: [] }]
  let code = false
  lines.forEach((text, index) => {
    if (/^ {0,3}(```|~~~)/.test(text)) code = !code
    const title = code ? undefined : text.match(/^# +(.+?)\s*#*\s*$/)?.[1]
    if (title)
      chunks.push({ step: title.replace(/[*_`]/g, '').slice(0, 200), line: line + index + 1, lines: [] })
    else chunks.at(-1)?.lines.push(text)
  })
  return chunks
}

const hidden = new Set(['solution', 'hint', 'spoiler', 'instructor'])
const kinds: Record<string, (typeof calloutKinds)[number]> = {
  questions: 'objectives',
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
  definitions: string[],
): Block[] {
  const { name, attributes, line, pieces } = div
  if (name === 'question') return questionOf(options, div)
  const inner = pieces.flatMap((piece) => blocksOf(options, piece, depth + 1, definitions, null)) as Block[]
  const heading = inner[0]?.type === 'heading' ? textOf(inner[0]) : ''
  const content = heading ? inner.slice(1) : inner
  if (content.length === 0) return inner
  const title = (attributes.title || heading).slice(0, 300)
  const id = newBlockId()
  if (hidden.has(name)) return [{ type: 'collapsible', attrs: { id, title }, content }]
  const asked = name === 'callout' ? (attributes.kind ?? 'note') : name
  const kind = calloutKinds.find((known) => known === asked) ?? kinds[asked]
  if (kind) return [{ type: 'callout', attrs: { id, kind, title }, content }]
  options.report.push({
    path: options.path,
    line,
    severity: 'note',
    code: 'div.unknown',
    detail: `“${name}” became a note.`,
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
    detail: made,
  })
  return []
}
