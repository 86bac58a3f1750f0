import { useState } from 'react'
import { type FeedPage, getFeed } from '#feed/contract.ts'
import { useList, useRead } from '#platform/web/use'

/**
 * The feed as it stood when one came, and how many entries are newer: nothing that one reads moves by itself.
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
  const top = page?.items[0]?.id ?? ''
  // Ids are in the order of time.
  const fresh = newest.data?.items.filter(({ id }) => id > top).length ?? 0
  return {
    isPending: newest.isPending,
    error: newest.error,
    retry: () => void newest.refetch(),
    items: [...(page?.items ?? []), ...older.items],
    fresh,
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
