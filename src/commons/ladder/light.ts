import { newBlockId } from '#course/document/blocks.ts'
import type { Block, Inline } from '#course/document/schema.ts'

type Kind = 'bulletList' | 'orderedList' | 'paragraph'
type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'code' }

const bullet = /^[-*] +/
const number = /^\d{1,3}[.)] +/
const kindOf = (line: string): Kind =>
  bullet.test(line) ? 'bulletList' : number.test(line) ? 'orderedList' : 'paragraph'

/**
 * What somebody wrote in a plain field as blocks: paragraphs parted by empty lines, lines that begin with a dash or a
 * number as lists, **bold**, *italic* and `code`. Anything else, tags too, is words.
 */
export function lightBlocks(text: string): Block[] {
  const runs: { kind: Kind; lines: string[] }[] = []
  let isParted = true
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const last = runs.at(-1)
    if (line === '') isParted = true
    else {
      const kind = kindOf(line)
      if (last?.kind === kind && !isParted) last.lines.push(line)
      else runs.push({ kind, lines: [line] })
      isParted = false
    }
  }
  return runs.map(blockOf)
}

function blockOf({ kind, lines }: { kind: Kind; lines: string[] }): Block {
  const id = newBlockId()
  if (kind === 'paragraph') return { type: 'paragraph', attrs: { id }, content: broken(lines) }
  const items = lines.map((line) => ({
    type: 'listItem' as const,
    content: [
      {
        type: 'paragraph' as const,
        attrs: { id: newBlockId() },
        content: marked(line.replace(kind === 'bulletList' ? bullet : number, '')),
      },
    ],
  }))
  if (kind === 'bulletList') return { type: 'bulletList', attrs: { id }, content: items }
  return { type: 'orderedList', attrs: { id, start: Number.parseInt(lines[0] ?? '1', 10) }, content: items }
}

/** Lines of one paragraph, with breaks between them. */
const broken = (lines: string[]): Inline[] =>
  lines.flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' as const }] : []), ...marked(line)])

/** One line with its marks. */
function marked(line: string): Inline[] {
  const content: Inline[] = []
  const add = (text: string, mark?: Mark) => {
    if (text !== '') content.push({ type: 'text', text, ...(mark && { marks: [mark] }) })
  }
  let at = 0
  for (const found of line.matchAll(/\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`/g)) {
    add(line.slice(at, found.index))
    const [whole, bold, italic, code] = found
    if (bold) add(bold, { type: 'bold' })
    else if (italic) add(italic, { type: 'italic' })
    else add(code ?? '', { type: 'code' })
    at = found.index + whole.length
  }
  add(line.slice(at))
  return content
}
