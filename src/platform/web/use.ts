import {
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { z } from 'zod'
import { type CallError, type CallInput, call } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { outliving } from './behind.ts'
import { readOn, refresh } from './refresh.ts'
import { sendWrite } from './sending.ts'

/** Which words of live hints make a read ask again; a read without any is refreshed by its own page alone. */
export interface ReadOptions<Result = unknown> {
  topics?: readonly string[]
  enabled?: boolean
  /** Show what was there while the next input is being read: for search and filters. */
  keepPrevious?: boolean
  /** Never ask again by itself: for what is being worked on here. */
  once?: boolean
  /** A failure counts also where something was read before: for what is asked to know whether it still holds. */
  isStrict?: boolean
  /** Ask again after so many milliseconds, as long as it says: for what has no live hint. */
  every?: (last: Result | undefined) => number | false
}

export const keyOf = <E extends Endpoint>(endpoint: E, input: CallInput<E>): QueryKey => [
  endpoint.name,
  input.params ?? {},
  input.query ?? {},
]

/**
 * Reads an endpoint through the cache: `data`, `error` (a CallError), `isPending`. What was read once stays though it
 * cannot be read again for a while: `error` is then null, and the page says that it is behind.
 */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> = {},
  options: ReadOptions<z.output<E['returns']>> = {},
) {
  const read = useQuery<z.output<E['returns']>, CallError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, { ...input, signal }),
    meta: { topics: options.topics ?? [] },
    enabled: options.enabled ?? true,
    ...(options.once && { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
    refetchInterval: ({ state }) => options.every?.(state.data) ?? false,
    ...(options.keepPrevious && { placeholderData: (previous) => previous }),
  })
  return options.isStrict ? read : outliving(read)
}

interface ListResult {
  items: unknown[]
  next: string | null
}
type ItemOf<E extends Endpoint> = z.output<E['returns']> extends { items: (infer Item)[] } ? Item : never

/** Reads a list page by page, and keeps it as `useRead` does: `items` so far, `fetchNextPage`, `hasNextPage`, `error`, `isPending`. */
export function useList<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> = {},
  options: ReadOptions = {},
) {
  const client = useQueryClient()
  const queryKey = [...keyOf(endpoint, input), 'pages']
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...(input.query as object), ...(pageParam && { after: pageParam }) }
      return call(endpoint, { ...input, query: query as never, signal }) as Promise<ListResult>
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    meta: { topics: options.topics ?? [] },
    enabled: options.enabled ?? true,
  })
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []) as ItemOf<E>[]
  const { error } = outliving(list as UseQueryResult<unknown, CallError>)
  return { ...list, items, error, fetchNextPage: () => readOn(client, queryKey, list.fetchNextPage) }
}

/** Reads on to the last page of a list as long as all of it is wanted. */
export function useWhole(
  list: Pick<ReturnType<typeof useList>, 'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'>,
  isWanted = true,
): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isWanted, hasNextPage, isFetching, isError, fetchNextPage])
}

/** What follows a write. */
interface After<Result> {
  onSuccess?: ((result: Result) => unknown) | undefined
  onError?: ((error: CallError) => unknown) | undefined
}

/**
 * Writes through an endpoint: `mutate`, `mutateAsync`, `isPending`, `error` (a CallError). Reads that watch one of
 * `topics` ask again at once; other windows hear of it by the live hint. What follows a write comes also when the
 * component is gone by then, as when the news of the write itself took its place. What is asked for a second time just as
 * it is under way, as when somebody presses twice, is not wanted twice. Writes that name the same `turn` are sent one
 * after another, in the order in which they were made: none overtakes another.
 */
export function useWrite<E extends Endpoint>(endpoint: E, topics: readonly string[] = [], turn?: string) {
  const client = useQueryClient()
  const write = useMutation<z.output<E['returns']>, CallError, CallInput<E>>({
    mutationFn: (input) => sendWrite(endpoint, input),
    onSuccess: () => refresh(client, topics),
    ...(turn && { scope: { id: turn } }),
  })
  const { mutateAsync } = write
  const underWay = useRef('')
  const mutate = useCallback(
    (input: CallInput<E>, { onSuccess, onError }: After<z.output<E['returns']>> = {}) => {
      // Of bytes it is not known whether they are the same.
      const wish = input.body instanceof Blob ? '' : JSON.stringify(input)
      if (wish !== '' && underWay.current === wish) return
      underWay.current = wish
      const isOver = () => {
        if (underWay.current === wish) underWay.current = ''
      }
      // Without `onError` a refusal is shown from `error`.
      void mutateAsync(input)
        .then(onSuccess, onError ?? (() => undefined))
        .finally(isOver)
    },
    [mutateAsync],
  )
  return { ...write, mutate }
}
