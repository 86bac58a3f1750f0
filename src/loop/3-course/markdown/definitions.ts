import type { PhrasingContent } from 'mdast'

/** A term and what it means, once or several times. */
export interface Definition {
  term: PhrasingContent[]
  meanings: PhrasingContent[][]
}

const beginning = /\n:[ \t]+/

/**
 * The definition that a paragraph is, as PHP Markdown Extra and Pandoc write them: the term on a line, and `: ` before
 * each of its meanings below. Null where it is none.
 */
export function definitionsIn(nodes: readonly PhrasingContent[]): Definition | null {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    const [first, ...rest] = node.type === 'text' ? node.value.split(beginning) : []
    if (rest.length === 0 || first === undefined) {
      parts.at(-1)?.push(node)
      continue
    }
    const piece = (value: string): PhrasingContent[] =>
      value ? [{ ...node, type: 'text', value } as const] : []
    parts.at(-1)?.push(...piece(first))
    for (const value of rest) parts.push(piece(value))
  }
  const [term = [], ...meanings] = parts
  const isOneLine = !term.some(
    (node) => node.type === 'break' || ('value' in node && node.value.includes('\n')),
  )
  return term.length > 0 && meanings.length > 0 && isOneLine ? { term, meanings } : null
}
