import type { CourseDocument, Inline } from '#course/document/schema.ts'
import { alignWords } from '#course/document/words.ts'
import { blockIn, findRange, isTextBlock, type Stretch, wordsOf } from './anchors.ts'
import type { Finding } from './contract.ts'

type Marks = Extract<Inline, { type: 'text' }>['marks']

/**
 * The document with the words of a finding's suggestion in the place of those it is about; the rest of the block, and
 * the formatting of every word that stays, is as it was. Null when those very words do not stand there any more.
 */
export function withSuggestion(
  document: CourseDocument,
  { blockId, anchor, suggestion }: Pick<Finding, 'blockId' | 'anchor' | 'suggestion'>,
): CourseDocument | null {
  const found = blockIn(document, blockId)
  if (!found || !isTextBlock(found.block) || anchor.kind !== 'range' || suggestion === null) return null
  const { block } = found
  const place = findRange(anchor, wordsOf(block))
  if (place?.how !== 'exact') return null
  const content = replaced(block.content ?? [], place, suggestion, block.type !== 'codeBlock')
  const next = { ...block, content }
  const swap = (node: object): object => {
    if (node === block) return next
    if (!('content' in node && Array.isArray(node.content))) return node
    const inside: object[] = node.content.map(swap)
    return inside.every((child, index) => child === (node.content as object[])[index])
      ? node
      : { ...node, content: inside }
  }
  return swap(document) as CourseDocument
}

/** One character of a block with its formatting. */
interface Letter {
  text: string
  marks: Marks
}

/** Inline content with other words in a stretch of it: compared word by word, so that what stays keeps its marks. */
function replaced(
  content: readonly Inline[],
  { start, end }: Stretch,
  words: string,
  hasBreaks: boolean,
): Inline[] {
  const letters = content.flatMap((node): Letter[] =>
    node.type === 'hardBreak'
      ? [{ text: '\n', marks: undefined }]
      : node.text.split('').map((text) => ({ text, marks: node.marks })),
  )
  const old = letters.slice(start, end)
  const between: Letter[] = []
  let at = 0
  for (const { kind, text } of alignWords(old.map((one) => one.text).join(''), words)) {
    if (kind === 'new') {
      const marks = marksAt(old, at)
      between.push(...text.split('').map((one) => ({ text: one, marks })))
      continue
    }
    if (kind === 'same') between.push(...old.slice(at, at + text.length))
    at += text.length
  }
  return gathered([...letters.slice(0, start), ...between, ...letters.slice(end)], hasBreaks)
}

/** New words are formatted as those that they stand in for, or as those before them. */
const marksAt = (old: readonly Letter[], at: number): Marks => (old[at - 1] ?? old[at])?.marks

/** Letters as inline content again: neighbours of the same formatting are one text. */
function gathered(letters: readonly Letter[], hasBreaks: boolean): Inline[] {
  const content: Inline[] = []
  for (const { text, marks } of letters) {
    const last = content.at(-1)
    if (hasBreaks && text === '\n') content.push({ type: 'hardBreak' })
    else if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += text
    else content.push({ type: 'text', text, ...(marks && { marks }) })
  }
  return content
}
