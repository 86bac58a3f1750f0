import { type RefObject, useEffect, useRef } from 'react'
import { quoted, quoteOfBlock } from '#course/web/index.tsx'
import { useShortcut } from '#ui'
import { useText } from './text.ts'

/** A block that one says something about, and the words of it that are meant. */
export interface Passage {
  blockId: string
  quote: string
}

const elementOf = (root: HTMLElement | null, blockId: string) =>
  root?.querySelector<HTMLElement>(`[data-block="${blockId}"]`) ?? null

/** The words of a block that are selected; all of it as one sees it, cut short, when nothing is. */
export function quoteOf(root: HTMLElement | null, blockId: string): string {
  const element = elementOf(root, blockId)
  const selection = getSelection()
  const inside = selection && !selection.isCollapsed && element?.contains(selection.anchorNode)
  return inside ? quoted(selection.toString()) : quoteOfBlock(element)
}

const own = 'a, button, input, textarea, summary, video, audio, iframe, label, .finding, .review-beside'

/**
 * Lets one choose a passage by clicking it, or by J and K and then C. `places` tells for a block where what is said
 * about it stands.
 */
export function usePassages(
  root: RefObject<HTMLElement | null>,
  places: Map<string, string>,
  onChoose: ((passage: Passage) => void) | null,
) {
  const t = useText()
  const latest = useRef(onChoose)
  latest.current = onChoose
  const blockAt = (target: Element | null): string | null => {
    const id = target?.closest<HTMLElement>('[data-block], [data-beside]')
    return places.get(id?.dataset.block ?? id?.dataset.beside ?? '') ?? null
  }
  const at = useRef(blockAt)
  at.current = blockAt
  useEffect(() => {
    const element = root.current
    const click = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest(own)) return
      const blockId = at.current(target)
      if (blockId) latest.current?.({ blockId, quote: quoteOf(element, blockId) })
    }
    element?.addEventListener('click', click)
    return () => element?.removeEventListener('click', click)
  }, [root])
  const move = (by: 1 | -1) => {
    const order = [...new Set(places.values())].filter((id) => elementOf(root.current, id))
    const here = order.indexOf(blockAt(document.activeElement) ?? '')
    const next = elementOf(root.current, order[here < 0 ? 0 : here + by] ?? '')
    if (!next) return
    next.tabIndex = -1
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'center' })
  }
  const choose = () => {
    const blockId = blockAt(document.activeElement)
    if (blockId) onChoose?.({ blockId, quote: quoteOf(root.current, blockId) })
  }
  const group = t('validation.keys')
  useShortcut('j', () => move(1), { label: t('validation.nextBlock'), group })
  useShortcut('k', () => move(-1), { label: t('validation.previousBlock'), group })
  useShortcut('c', onChoose ? choose : null, { label: t('validation.comment'), group })
}
