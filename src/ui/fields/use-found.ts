import { useEffect, useState } from 'react'
import type { Choice } from './choice.ts'

/** Finds items for a query; `signal` is aborted when the question is no longer asked. */
export type Search<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>

const pause = 180

/**
 * What can be chosen for the text typed so far: filtered from `known`, or asked from `search`.
 * While asking, what was found before stays on screen.
 */
export function useFound<Item extends Choice>(
  known: readonly Item[] | undefined,
  search: Search<Item> | undefined,
  start: string,
) {
  const [query, setQuery] = useState(start)
  const [found, setFound] = useState<readonly Item[]>([])
  const [status, setStatus] = useState<'idle' | 'searching' | 'searchFailed'>('idle')
  useEffect(() => {
    if (!search) return
    const asking = new AbortController()
    setStatus('searching')
    const timer = setTimeout(() => {
      search(query, asking.signal).then(
        (items) => {
          if (asking.signal.aborted) return
          setFound(items)
          setStatus('idle')
        },
        () => {
          if (!asking.signal.aborted) setStatus('searchFailed')
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [query, search])
  const items = known ? known.filter(({ label }) => matches(label, query, start)) : found
  return { items, query, setQuery, status }
}

/** The text of the choice already made hides nothing: opening the list shows everything else too. */
function matches(label: string, query: string, chosen: string): boolean {
  return query === chosen || folded(label).includes(folded(query))
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
