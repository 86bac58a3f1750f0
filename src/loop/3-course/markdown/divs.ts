/** A run of Markdown lines, or a fenced div (`::: name`) with what is inside. `line` counts from 1. */
export type Piece =
  | { kind: 'text'; line: number; lines: string[] }
  | { kind: 'div'; line: number; name: string; attributes: Record<string, string>; pieces: Piece[] }

export interface Pieces {
  pieces: Piece[]
  /** Lines of divs that were opened and never closed, and of closings without an opening. */
  unbalanced: number[]
}

const fence = /^ {0,3}(`{3,}|~{3,})/
const opening = /^ {0,3}:{3,}\s*([^:\s].*?)\s*:*\s*$/
const closing = /^ {0,3}:{3,}\s*$/
const deepest = 6

/** Splits Markdown at its fenced divs, leaving what is inside code fences alone. */
export function splitDivs(lines: readonly string[], firstLine = 1): Pieces {
  const root: Piece[] = []
  const open: (Piece & { kind: 'div' })[] = []
  const unbalanced: number[] = []
  let code: string | null = null
  const here = () => open.at(-1)?.pieces ?? root
  for (const [index, text] of lines.entries()) {
    const line = firstLine + index
    const mark = text.match(fence)?.[1]
    if (code !== null || mark) {
      if (code === null) code = mark ?? null
      else if (mark?.startsWith(code) && text.trim() === mark) code = null
      addLine(here(), text, line)
      continue
    }
    const opened = text.match(opening)?.[1]
    if (opened && open.length < deepest) {
      const div = { kind: 'div' as const, line, ...headOf(opened), pieces: [] }
      here().push(div)
      open.push(div)
    } else if (closing.test(text)) {
      if (!open.pop()) unbalanced.push(line)
    } else addLine(here(), text, line)
  }
  return { pieces: root, unbalanced: [...unbalanced, ...open.map(({ line }) => line)] }
}

function addLine(pieces: Piece[], text: string, line: number): void {
  const last = pieces.at(-1)
  if (last?.kind === 'text') last.lines.push(text)
  else pieces.push({ kind: 'text', line, lines: [text] })
}

/** `challenge`, `{.callout title="x"}` or `question {kind=single}`: a name and attributes. */
function headOf(text: string): { name: string; attributes: Record<string, string> } {
  const attributes: Record<string, string> = {}
  for (const [, key = '', quoted, single, bare] of text.matchAll(
    /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/g,
  )) {
    attributes[key] = quoted ?? single ?? bare ?? ''
  }
  const name = text.match(/^\{?\s*\.?([\w-]+)/)?.[1] ?? ''
  return { name: name.toLowerCase(), attributes }
}
