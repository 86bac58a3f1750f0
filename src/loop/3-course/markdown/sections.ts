import { fenceAfter } from './fences.ts'

/** A run of Markdown lines that can be parsed by itself. `line` counts from 1. */
export interface Section {
  line: number
  lines: string[]
}

const enough = 2000
const rawOpening = /<!--|^ {0,3}<(script|pre|style|textarea)\b/i

/**
 * Cuts Markdown where a new paragraph or heading begins at the margin, once a section is long enough. The parser's
 * work grows with the square of some texts, so ten sections cost far less than one text of the same length.
 */
export function sectionsOf({ line, lines }: Section): Section[] {
  const sections: Section[] = []
  let current: Section = { line, lines: [] }
  let size = 0
  let code: string | null = null
  // What ends the raw HTML that is open: blank lines do not.
  let until: string | null = null
  for (const [index, text] of lines.entries()) {
    const blankBefore = lines[index - 1]?.trim() === ''
    if (size >= enough && blankBefore && code === null && until === null && /^[\p{L}#`~]/u.test(text)) {
      sections.push(current)
      current = { line: line + index, lines: [] }
      size = 0
    }
    current.lines.push(text)
    size += text.length + 1
    if (until === null) code = fenceAfter(text, code)
    if (code === null) until = endOf(text, until)
  }
  return [...sections, current]
}

function endOf(text: string, until: string | null): string | null {
  if (until !== null) return text.toLowerCase().includes(until) ? null : until
  const raw = rawOpening.exec(text)
  if (!raw) return null
  const end = raw[1] ? `</${raw[1].toLowerCase()}` : '-->'
  return text.toLowerCase().includes(end, raw.index) ? null : end
}

const containers = /^(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))+/
const underline = /^ {0,3}(?:=+|-+)\s*$/

/**
 * About how many milliseconds a section takes to parse, by measurement of remark 15 on a small machine: linear in
 * what is ordinary, with the square of brackets, of nested markers and of lines without a blank one between them,
 * which the parser looks at again and again.
 */
export function workOf({ lines }: Section): number {
  let [characters, brackets, marks, markers, run, longestRun] = [0, 0, 0, 0, 0, 0]
  for (const text of lines) {
    characters += text.length + 1
    run = text.trim() === '' ? 0 : run + 1
    longestRun = Math.max(longestRun, run)
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] as string
      if ('[]<'.includes(character)) brackets += 1
      else if ('*_`~!&\\|@'.includes(character)) marks += 1
    }
    const prefix = containers.exec(text)?.[0] ?? ''
    if (prefix) markers += prefix.replace(/\s+/g, '').length + (prefix.length - prefix.trimStart().length) / 2
    else if (underline.test(text)) markers += 2
  }
  const square = (count: number) => (count / 1000) ** 2
  return (
    0.2 +
    characters / 1000 +
    (lines.length + brackets + marks) / 100 +
    markers / 20 +
    17 * square(brackets) +
    10 * square(longestRun) +
    45 * square(markers)
  )
}
