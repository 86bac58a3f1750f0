import { useState } from 'react'
import { type FeedPage, getFeed } from '#feed/contract.ts'
import { useList, useRead } from '#platform/web/use'

/**
 * How many entries of the newest page are not on the one that is kept. Ids are in the order of what happened, but an
 * entry may be written after a later one, as when its job was tried twice: it belongs below the top, and is new.
 */
function countFresh(newest: FeedPage, { items, next }: FeedPage): number {
  const known = new Set(items.map(({ id }) => id))
  // What is older than the page was only not on it.
  const from = next === null ? '' : (items.at(-1)?.id ?? '')
  return newest.items.filter(({ id }) => id > from && !known.has(id)).length
}

/**
 * The feed as it stood when one came, and how many entries came since: nothing that one reads moves by itself.
 * `showNewest` takes them in; `showOlder` goes on behind what is there.
 */
export function useFeed() {
  const newest = useRead(getFeed, {}, { topics: ['feed'] })
  const [kept, setKept] = useState<FeedPage | null>(null)
  const [wantsOlder, setWantsOlder] = useState(false)
  const page = kept && kept.items.length > 0 ? kept : newest.data
  if (page && page !== kept) setKept(page)
  const older = useList(
    getFeed,
    { query: { after: page?.next ?? '' } },
    { enabled: wantsOlder && Boolean(page?.next) },
  )
  return {
    isPending: newest.isPending,
    error: newest.error,
    retry: () => void newest.refetch(),
    items: [...(page?.items ?? []), ...older.items],
    fresh: newest.data && page ? countFresh(newest.data, page) : 0,
    showNewest: () => {
      setWantsOlder(false)
      setKept(newest.data ?? null)
    },
    hasOlder: wantsOlder && older.data ? older.hasNextPage : Boolean(page?.next),
    isLoadingOlder: wantsOlder && older.isFetching,
    olderError: older.error,
    showOlder: () => {
      if (wantsOlder && older.data) void older.fetchNextPage()
      else if (wantsOlder) void older.refetch()
      else setWantsOlder(true)
    },
  }
}
