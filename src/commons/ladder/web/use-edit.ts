import { useState } from 'react'
import type { Given } from './new-content.ts'
import type { Passage } from './passages.ts'

interface Edit {
  passage: Passage | undefined
  words: string
  why: string
}

/** What would be sent; nothing while the words are those that stand there. */
function givenOf({ passage, words, why }: Edit): Given {
  const isOther = passage !== undefined && words.trim() !== '' && words.trim() !== passage.words
  if (!isOther) return { content: null }
  return { blockId: passage.id, content: { kind: 'edit', old: passage.words, words, why } }
}

/** The passage that somebody says otherwise, their words and why; each change of them is passed on. */
export function useEdit(passages: readonly Passage[], onChange: (given: Given) => void) {
  const [first] = passages
  const [edit, set] = useState<Edit>({ passage: first, words: first?.words ?? '', why: '' })
  const write = (part: Partial<Edit>) => {
    const next = { ...edit, ...part }
    set(next)
    onChange(givenOf(next))
  }
  const choose = (id: string) => {
    const passage = passages.find((one) => one.id === id)
    if (passage) write({ passage, words: passage.words })
  }
  return { ...edit, write, choose }
}
