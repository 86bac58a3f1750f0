import type { Heading, PhrasingContent } from 'mdast'
import type { Reading } from './reading.ts'

const span = /\[([^[\]]{0,200})\]\{#([\w.:-]{1,200})\}/g

/** Text without the names that Pandoc gives to words in it or to a place, `[words]{#name}` and `[]{#name}`: links lead to them. */
export function withoutAnchors(reading: Reading, node: PhrasingContent, text: string): string {
  if (!text.includes(']{#')) return text
  const source = reading.sourceOf(node)
  return text.replace(span, (whole, words: string, name: string) => {
    // What was meant to stand there as it is has its signs escaped.
    if (!source.includes(whole)) return whole
    reading.name(name)
    return words
  })
}

/** The source of a heading without the name behind it, `## Words {#name}`, and that name. */
export function nameBehind(source: string): { line: string; name: string | null } {
  const line = source.trimEnd()
  const start = line.lastIndexOf('{#')
  const name = line.slice(start).match(/^\{#([\w.:-]{1,200})\}$/)?.[1]
  const isThere = start >= 0 && name !== undefined && line[start - 1] !== '\\'
  return isThere ? { line: line.slice(0, start).trimEnd(), name } : { line: source, name: null }
}

/** What a heading says, without the name behind it. */
export function headed(reading: Reading, node: Heading): PhrasingContent[] {
  const { name } = nameBehind(reading.sourceOf(node))
  const last = node.children.at(-1)
  if (name === null || last?.type !== 'text') return node.children
  reading.name(name)
  return [...node.children.slice(0, -1), { ...last, value: nameBehind(last.value).line }]
}
