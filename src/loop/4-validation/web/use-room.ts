import { type RefObject, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Step } from '#course/document/schema.ts'
import type { Finding, Review } from '../contract.ts'
import { type Mark, useHighlights } from './highlights.ts'
import { findDraft } from './kept.ts'
import type { Passage } from './passage.ts'
import { blocksOf, type Placed, placedIn, textsOf } from './placed.ts'
import { placesOf } from './places.ts'
import type { Room } from './room.ts'
import { elementOf } from './stretch.ts'

/** A passage to say something about: where nothing else was chosen, a draft goes on where it was. */
function withDraft(reviewId: string, passage: Passage): Passage {
  const draft = passage.anchor.kind === 'block' ? findDraft(reviewId, passage.blockId) : null
  return draft ? { blockId: passage.blockId, quote: draft.quote, anchor: draft.anchor } : passage
}

/** What is read of a review in one step of it, and what one does there. */
export function useRoomOf(review: Review, step: Step): Room {
  const root = useRef<HTMLElement>(null)
  const blocks = useMemo(() => blocksOf(step), [step])
  const texts = useMemo(() => textsOf(blocks), [blocks])
  const places = useMemo(() => placesOf(step), [step])
  const placed = useMemo(() => placedIn(review, texts, blocks), [review, texts, blocks])
  const [passage, setPassage] = useState<Passage | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const marks = useMemo(() => marksOf(placed, passage, shown), [placed, passage, shown])
  useHighlights(root, marks)
  const latest = useRef(passage)
  latest.current = passage
  const close = (blockId: string) => {
    // Meanwhile something else may be being said.
    if (latest.current?.blockId !== blockId) return
    flushSync(() => setPassage(null))
    const place = places.get(blockId)
    root.current?.querySelector<HTMLElement>(`[data-beside="${place}"] > .ui-icon-button`)?.focus()
  }
  return {
    review,
    root,
    blocks,
    texts,
    places,
    placed,
    passage,
    open: (next) => setPassage(withDraft(review.id, next)),
    move: (anchor) => setPassage((now) => now && { ...now, anchor }),
    close,
    show: (finding) => {
      setShown(finding.id)
      leadTo(root, finding)
    },
  }
}

function marksOf(placed: readonly Placed[], passage: Passage | null, shown: string | null): Mark[] {
  const found = placed.flatMap(({ finding, words }): Mark[] => {
    const { id, blockId, severity, resolution } = finding
    if (!words || (resolution !== null && id !== shown)) return []
    return [{ blockId, start: words.start, end: words.end, look: id === shown ? 'shown' : severity }]
  })
  if (passage?.anchor.kind !== 'range') return found
  const { start, quote } = passage.anchor
  return [...found, { blockId: passage.blockId, start, end: start + quote.length, look: 'draft' }]
}

/** Brings into sight what a finding is about: its second in the player, its marker on the picture, its block. */
function leadTo(root: RefObject<HTMLElement | null>, { id, blockId, anchor }: Finding): void {
  const element = elementOf(root.current, blockId)
  element?.scrollIntoView({ block: 'center' })
  const video = element?.querySelector('video')
  if (anchor.kind === 'time' && video) video.currentTime = anchor.from
  const marker = element?.querySelector<HTMLElement>(`[data-marker="${id}"]`)
  const place = anchor.kind === 'time' ? video : marker
  if (element && !place) element.tabIndex = -1
  const target = place ?? element
  target?.focus({ preventScroll: true })
}
