import { fenceAfter } from './fences.ts'

/** A run of Markdown lines, or a fenced div (`::: name`) with what is inside. `line` counts from 1. */
export type Piece =
  | { kind: 'text'; line: number; lines: string[] }
  | { kind: 'div'; line: number; name: string; attributes: Record<string, string>; pieces: Piece[] }

export interface Pieces {
  pieces: Piece[]
  /** How many divs there are. */
  divs: number
  /** Lines of divs that were opened and never closed, and of closings without an opening. */
  unbalanced: number[]
}

const deepest = 6
const mostReported = 100

/** Splits Markdown at its fenced divs, leaving what is inside code fences alone. */
export function splitDivs(lines: readonly string[], firstLine = 1): Pieces {
  const root: Piece[] = []
  const open: (Piece & { kind: 'div' })[] = []
  const unbalanced: number[] = []
  let divs = 0
  let code: string | null = null
  const here = () => open.at(-1)?.pieces ?? root
  for (const [index, text] of lines.entries()) {
    const line = firstLine + index
    const wasCode = code !== null
    code = fenceAfter(text, code)
    if (wasCode || code !== null) {
      addLine(here(), text, line)
      continue
    }
    const head = headOf(text)
    if (head && open.length < deepest) {
      const div = { kind: 'div' as const, line, ...attributesOf(head), pieces: [] }
      here().push(div)
      open.push(div)
      divs += 1
    } else if (head === '') {
      if (!open.pop()) unbalanced.push(line)
    } else addLine(here(), text, line)
  }
  for (const { line } of open) unbalanced.push(line)
  return { pieces: root, divs, unbalanced: unbalanced.slice(0, mostReported) }
}

function addLine(pieces: Piece[], text: string, line: number): void {
  const last = pieces.at(-1)
  if (last?.kind === 'text') last.lines.push(text)
  else pieces.push({ kind: 'text', line, lines: [text] })
}

const longestHead = 3000

/** What stands between the colons of `::: name :::`: empty for a closing, null when the line is no such thing. */
function headOf(text: string): string | null {
  const start = text.search(/\S/)
  if (start < 0 || start > 3 || !text.startsWith(':::', start)) return null
  let [from, to] = [start, text.length]
  while (text[from] === ':') from += 1
  while (to > from && (text[to - 1] === ':' || text[to - 1]?.trim() === '')) to -= 1
  const head = text.slice(from, to).trim()
  return head.length <= longestHead ? head : null
}

/** `challenge`, `{.callout title="x"}` or `question {kind=single}`: a name and attributes. */
function attributesOf(head: string): { name: string; attributes: Record<string, string> } {
  const attributes: Record<string, string> = {}
  for (const [, key = '', quoted, single, bare] of head.matchAll(
    /(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/g,
  )) {
    attributes[key] = (quoted ?? single ?? bare ?? '').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
  }
  const name = head.match(/^\{?\s*\.?([\w-]+)/)?.[1] ?? ''
  return { name: name.toLowerCase(), attributes }
}
