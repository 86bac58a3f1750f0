import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Finding } from '../contract.ts'
import type { Passage } from './passage.ts'

const parsed = <Value>(text: string | null): Value | null => {
  try {
    return JSON.parse(text ?? 'null')
  } catch (error) {
    // Words that another version of this page kept, and this one cannot read: begin anew.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Told in this window when something is kept or forgotten; the browser tells other windows by itself. */
const kept = new EventTarget()

/** What someone is writing, kept in this browser until it is sent: `[value, change, forget]`. */
export function useKept<Value>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => parsed<Value>(localStorage.getItem(key)) ?? empty)
  const change = (next: Value) => {
    setValue(next)
    localStorage.setItem(key, JSON.stringify(next))
    kept.dispatchEvent(new Event('change'))
  }
  const forget = () => {
    setValue(empty)
    localStorage.removeItem(key)
    kept.dispatchEvent(new Event('change'))
  }
  return [value, change, forget] as const
}

/** What is written of a finding before it is sent. */
export interface FindingDraft extends Passage {
  body: string
  suggestion: string
  severity: Finding['severity']
}

const start = (reviewId: string) => `cairn:finding:${reviewId}:`
export const keyOfFinding = (reviewId: string, blockId: string) => `${start(reviewId)}${blockId}`

const draftAt = (reviewId: string, key: string): FindingDraft | null => {
  const draft = parsed<Partial<FindingDraft>>(localStorage.getItem(key))
  return (
    draft && {
      body: '',
      suggestion: '',
      severity: 'should',
      quote: '',
      anchor: { kind: 'block' },
      ...draft,
      blockId: key.slice(start(reviewId).length),
    }
  )
}

/** What was begun on a block here and not sent. */
export const findDraft = (reviewId: string, blockId: string) =>
  draftAt(reviewId, keyOfFinding(reviewId, blockId))

const draftsOf = (reviewId: string): FindingDraft[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(start(reviewId)))
    .flatMap((key) => draftAt(reviewId, key) ?? [])
    .filter(({ body, suggestion }) => (body + suggestion).trim() !== '')

function listen(listener: () => void): () => void {
  kept.addEventListener('change', listener)
  window.addEventListener('storage', listener)
  return () => {
    kept.removeEventListener('change', listener)
    window.removeEventListener('storage', listener)
  }
}

/** What is being written at this moment, in forms of this window. */
const openKeys = new Set<string>()

/** Says that a draft is open in a form, as long as the form is there. */
export function useOpenDraft(reviewId: string, blockId: string): void {
  useEffect(() => {
    const key = keyOfFinding(reviewId, blockId)
    openKeys.add(key)
    kept.dispatchEvent(new Event('change'))
    return () => {
      openKeys.delete(key)
      kept.dispatchEvent(new Event('change'))
    }
  }, [reviewId, blockId])
}

/** The findings of a review that were written here and not sent; `areOpenToo`: also those in a form just now. */
export function useDrafts(reviewId: string, areOpenToo: boolean): FindingDraft[] {
  const isMeant = ({ blockId }: FindingDraft) => areOpenToo || !openKeys.has(keyOfFinding(reviewId, blockId))
  const now = useSyncExternalStore(listen, () => JSON.stringify(draftsOf(reviewId).filter(isMeant)))
  return useMemo(() => JSON.parse(now), [now])
}
