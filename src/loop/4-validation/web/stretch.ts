import { type RefObject, useEffect, useState } from 'react'
import type { Stretch } from '../anchors.ts'

/** Words of a text block. */
export interface Selected extends Stretch {
  blockId: string
}

export const elementOf = (root: HTMLElement | null, blockId: string) =>
  root?.querySelector<HTMLElement>(`[data-block="${blockId}"]`) ?? null

/** What holds the words of a block: of code, what is inside its box. */
const holderOf = (element: Element): Element => element.querySelector('pre code') ?? element

/** How many characters a part of the page says, as the document counts them. */
function lengthOf(node: Node): number {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.length
  if (node.nodeName === 'BR') return 1
  return [...node.childNodes].reduce((sum, child) => sum + lengthOf(child), 0)
}

function offsetIn(holder: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(holder)
  range.setEnd(node, offset)
  return lengthOf(range.cloneContents())
}

/** The words that are selected, if they begin in a text block; those beyond its end do not count. */
export function selectedIn(root: HTMLElement | null, texts: Map<string, string>): Selected | null {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { startContainer: from, endContainer: to } = range
  const start = from instanceof Element ? from : from.parentElement
  const element = start?.closest('[data-block]')
  const blockId = element instanceof HTMLElement ? element.dataset.block : undefined
  const text = texts.get(blockId ?? '')
  if (!element || blockId === undefined || text === undefined || !root.contains(element)) return null
  const holder = holderOf(element)
  if (!holder.contains(from)) return null
  const end = holder.contains(to) ? offsetIn(holder, to, range.endOffset) : text.length
  return trimmed(text, blockId, { start: offsetIn(holder, from, range.startOffset), end })
}

function trimmed(text: string, blockId: string, { start, end }: Stretch): Selected | null {
  const words = text.slice(start, end)
  const first = start + words.length - words.trimStart().length
  const last = first + words.trim().length
  return last > first ? { blockId, start: first, end: last } : null
}

/** Where a stretch of a text block is on the page. */
export function rangeOn(root: HTMLElement | null, { blockId, start, end }: Selected): Range | null {
  const element = elementOf(root, blockId)
  if (!element) return null
  const range = document.createRange()
  let passed = 0
  let isBegun = false
  const walker = document.createTreeWalker(holderOf(element))
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node instanceof Text ? node.data.length : node.nodeName === 'BR' ? 1 : 0
    if (node instanceof Text) {
      if (!isBegun && start < passed + length) {
        range.setStart(node, start - passed)
        isBegun = true
      }
      if (isBegun && end <= passed + length) {
        range.setEnd(node, end - passed)
        return range
      }
    }
    passed += length
  }
  return null
}

/** The words that are selected now; it stays while `isHeld`, when a press on a button takes the selection away. */
export function useSelected(root: RefObject<HTMLElement | null>, texts: Map<string, string>, isOn: boolean) {
  const [selected, setSelected] = useState<Selected | null>(null)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!isOn || isHeld) return
    const look = () => setSelected(selectedIn(root.current, texts))
    look()
    document.addEventListener('selectionchange', look)
    // Pictures that arrive move the words down, and what stands below them.
    const sizes = new ResizeObserver(look)
    if (root.current) sizes.observe(root.current)
    return () => {
      document.removeEventListener('selectionchange', look)
      sizes.disconnect()
    }
  }, [root, texts, isOn, isHeld])
  return { selected: isOn ? selected : null, hold: setHeld }
}
