import { useEffect, useRef, useState } from 'react'
import { folded } from '../text/folded.ts'
import type { Choice } from './choice.ts'

/** Finds items for a query; `signal` is aborted when the question is no longer asked. */
export type Search<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>

/** What can be chosen now, and whether the answer is on its way. */
export interface Found<Item extends Choice = Choice> {
  items: readonly Item[]
  /** What was asked when these were found. */
  query?: string
  status: 'idle' | 'searching' | 'searchFailed'
}

interface Sources<Item> {
  items?: readonly Item[] | undefined
  search?: Search<Item> | undefined
}

const pause = 180

/**
 * What can be chosen for the text typed so far: filtered from `items`, or asked from `search`.
 * While asking, what was found before stays on screen. The text of the choice already made hides nothing.
 */
export function useFound<Item extends Choice>(
  { items: known, search }: Sources<Item>,
  query: string,
  chosen?: string,
): Found<Item> {
  const [answer, setAnswer] = useState<Found<Item>>({ items: [], status: 'idle' })
  const asked = query === chosen ? '' : query
  // Pages write the function in place: a new one for each drawing is not a new question.
  const latest = useRef(search)
  latest.current = search
  const canAsk = search !== undefined
  useEffect(() => {
    if (!canAsk) return
    const asking = new AbortController()
    setAnswer((before) => ({ ...before, status: 'searching' }))
    const timer = setTimeout(() => {
      latest.current?.(asked, asking.signal).then(
        (items) => !asking.signal.aborted && setAnswer({ items, query: asked, status: 'idle' }),
        () => !asking.signal.aborted && setAnswer({ items: [], status: 'searchFailed' }),
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [asked, canAsk])
  if (!known) return answer
  return { items: known.filter(({ label }) => folded(label).includes(folded(asked))), status: 'idle' }
}
