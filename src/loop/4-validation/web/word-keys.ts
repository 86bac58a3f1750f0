import { type RefObject, useEffect, useRef, useState } from 'react'
import { useShortcut } from '#ui'
import { rangeOn, type Selected } from './stretch.ts'
import { useText } from './text.ts'

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

/** The words of the text blocks inside an element, in reading order. */
function wordsIn(element: Element | null, texts: Map<string, string>): Selected[] {
  const inside = [...(element?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
  const all = element instanceof HTMLElement ? [element, ...inside] : inside
  return all.flatMap(({ dataset: { block: blockId = '' } }) =>
    [...(texts.get(blockId) ?? '').matchAll(word)].map(({ index, 0: { length } }) => ({
      blockId,
      start: index,
      end: index + length,
    })),
  )
}

interface Choice {
  words: readonly Selected[]
  from: number
  to: number
}

/** The choice after a key; null when the key means nothing here. More than one word is chosen within one block only. */
function after({ words, from, to }: Choice, { key, shiftKey }: KeyboardEvent): Choice | null {
  const isThere = (at: number) => words[at] !== undefined
  const isSame = (at: number) => words[at]?.blockId === words[from]?.blockId
  if (key === 'ArrowRight' && shiftKey) return { words, from, to: isSame(to + 1) ? to + 1 : to }
  if (key === 'ArrowLeft' && shiftKey) return { words, from, to: Math.max(from, to - 1) }
  const next = key === 'ArrowRight' ? to + 1 : key === 'ArrowLeft' ? from - 1 : null
  if (next === null) return null
  return isThere(next) ? { words, from: next, to: next } : { words, from, to }
}

function chosenOf({ words, from, to }: Choice): Selected | null {
  const [first, last] = [words[from], words[to]]
  return first && last ? { ...first, end: last.end } : null
}

/** Shows a choice as the selection of the page. */
function select(root: HTMLElement | null, choice: Choice): void {
  const chosen = chosenOf(choice)
  const range = chosen && rangeOn(root, chosen)
  if (!range) return
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/**
 * Choosing words without a mouse: W begins with the first word of the passage that has the focus; the arrows move,
 * with Shift they take more words; Enter or C comments on them, Escape leaves. Answers whether that goes on.
 */
export function useWordKeys(
  root: RefObject<HTMLElement | null>,
  texts: Map<string, string>,
  onComment: ((selected: Selected) => void) | null,
): boolean {
  const t = useText()
  const [choice, setChoice] = useState<Choice | null>(null)
  const comment = useRef(onComment)
  comment.current = onComment
  const begin = () => {
    const words = wordsIn(document.activeElement?.closest('[data-block]') ?? null, texts)
    if (words.length > 0 && root.current?.contains(document.activeElement))
      setChoice({ words, from: 0, to: 0 })
  }
  useShortcut('w', onComment && begin, { label: t('validation.chooseWords'), group: t('validation.keys') })
  useEffect(() => {
    if (!choice) return
    select(root.current, choice)
    const leave = () => setChoice(null)
    const press = (event: KeyboardEvent) => {
      const next = after(choice, event)
      const isEnd = ['Enter', 'c', 'Escape'].includes(event.key)
      if (!next && !isEnd) return
      event.preventDefault()
      event.stopPropagation()
      if (next) return setChoice(next)
      leave()
      const chosen = chosenOf(choice)
      if (event.key === 'Escape') getSelection()?.removeAllRanges()
      else if (chosen) comment.current?.(chosen)
    }
    document.addEventListener('keydown', press, true)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('pointerdown', leave)
    }
  }, [root, choice])
  return choice !== null
}
