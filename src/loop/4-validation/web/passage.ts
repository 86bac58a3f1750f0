import { type RefObject, useEffect, useRef } from 'react'
import { quoted, quoteOfBlock } from '#course/web/index.tsx'
import { useShortcut } from '#ui'
import type { NewAnchor } from '../finding.contract.ts'
import { elementOf, type Selected, selectedIn } from './stretch.ts'
import { useText } from './text.ts'

/** A block that one says something about, what of it is meant, and the words of that. */
export interface Passage {
  blockId: string
  quote: string
  anchor: NewAnchor
}

/** All of a block, with what one sees of it cut short. */
export const wholeOf = (root: HTMLElement | null, blockId: string): Passage => ({
  blockId,
  quote: quoteOfBlock(elementOf(root, blockId)),
  anchor: { kind: 'block' },
})

/** Words of a block. */
export function wordsOfBlock(texts: Map<string, string>, { blockId, start, end }: Selected): Passage {
  const quote = texts.get(blockId)?.slice(start, end) ?? ''
  return { blockId, quote: quoted(quote), anchor: { kind: 'range', start, quote } }
}

/** The second at which a video of the page stands, or null when it was not begun. */
export function timeOf(root: HTMLElement | null, blockId: string): Passage | null {
  const at = elementOf(root, blockId)?.querySelector('video')?.currentTime ?? 0
  return at > 0 ? atTime(blockId, at) : null
}

/** A moment of a video in seconds, to a tenth: nobody points at one more exactly. */
export const atTime = (blockId: string, at: number): Passage => ({
  blockId,
  quote: '',
  anchor: { kind: 'time', from: Math.round(at * 10) / 10, to: null },
})

export const atPoint = (blockId: string, x: number, y: number): Passage => {
  const fraction = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000
  return { blockId, quote: '', anchor: { kind: 'point', x: fraction(x), y: fraction(y) } }
}

/** The point of a picture that was clicked. */
function clickedPoint(picture: HTMLImageElement, { clientX, clientY }: MouseEvent): Passage | null {
  const blockId = picture.closest<HTMLElement>('[data-block]')?.dataset.block
  const { left, top, width, height } = picture.getBoundingClientRect()
  return blockId ? atPoint(blockId, (clientX - left) / width, (clientY - top) / height) : null
}

const own =
  'a, button, input, textarea, summary, video, audio, iframe, label, .finding, .review-beside, .review-choosing'

interface Room {
  root: RefObject<HTMLElement | null>
  /** Tells for a block where what is said about it stands. */
  places: Map<string, string>
  /** What each text block says. */
  texts: Map<string, string>
}

/**
 * Lets one choose a passage: a block by clicking it, or by J and K and then C; a point by clicking a picture. What is
 * selected is left alone by a click, and is what C is about.
 */
export function usePassages({ root, places, texts }: Room, onChoose: ((passage: Passage) => void) | null) {
  const t = useText()
  const blockAt = (target: Element | null): string | null => {
    const id = target?.closest<HTMLElement>('[data-block], [data-beside]')
    return places.get(id?.dataset.block ?? id?.dataset.beside ?? '') ?? null
  }
  const click = useRef<(event: MouseEvent) => void>(() => undefined)
  click.current = (event) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest(own) || selectedIn(root.current, texts)) return
    const blockId = blockAt(target)
    if (target instanceof HTMLImageElement) {
      const point = clickedPoint(target, event)
      if (point) onChoose?.(point)
    } else if (blockId) onChoose?.(wholeOf(root.current, blockId))
  }
  useEffect(() => {
    const element = root.current
    const press = (event: MouseEvent) => click.current(event)
    element?.addEventListener('click', press)
    return () => element?.removeEventListener('click', press)
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
    const selected = selectedIn(root.current, texts)
    const blockId = blockAt(document.activeElement)
    if (selected) onChoose?.(wordsOfBlock(texts, selected))
    else if (blockId) onChoose?.(timeOf(root.current, blockId) ?? wholeOf(root.current, blockId))
  }
  const group = t('validation.keys')
  useShortcut('j', () => move(1), { label: t('validation.nextBlock'), group })
  useShortcut('k', () => move(-1), { label: t('validation.previousBlock'), group })
  useShortcut('c', onChoose ? choose : null, { label: t('validation.comment'), group })
}
