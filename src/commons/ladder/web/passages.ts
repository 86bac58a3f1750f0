import { walk } from '#course/document/blocks.ts'

/** A passage that could be said otherwise: a block with words of its own. */
export interface Passage {
  id: string
  words: string
}

const hasOwnWords: readonly string[] = ['paragraph', 'heading', 'codeBlock']

/** What a block says, a line break being one character: as the server reads it. */
const wordsOf = (content: readonly { type: string; text?: string }[]) =>
  content.map(({ type, text = '' }) => (type === 'hardBreak' ? '\n' : text)).join('')

/** The passages of a step, or of one of its blocks, in reading order. */
export function passagesIn(blocks: readonly unknown[], blockId: string | null): Passage[] {
  const all = blocks.flatMap((block) => {
    const nodes = [...walk(block)]
    const isMeant = blockId === null || nodes.some(({ attrs }) => attrs?.id === blockId)
    return isMeant ? nodes : []
  })
  return all
    .filter(({ type }) => hasOwnWords.includes(type))
    .map(({ attrs, content = [] }) => ({ id: String(attrs?.id), words: wordsOf(content) }))
    .filter(({ words }) => words.trim() !== '')
}
