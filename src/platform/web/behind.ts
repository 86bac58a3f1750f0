import { type Query, type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { CallError } from '#platform/http/call'

/**
 * What was read before outlives a failure that says nothing about it: no answer, a server in trouble, a session that
 * has ended. Any other refusal is about the thing itself, which may be gone or no longer the reader's to see.
 */
const isOutlived = (error: unknown): boolean =>
  error instanceof CallError && ([0, 401, 429].includes(error.problem.status) || error.problem.status >= 500)

/** A read whose last try failed goes on showing what it had; `Behind` of the page says so. */
export function outliving<Data>(read: UseQueryResult<Data, CallError>): UseQueryResult<Data, CallError> {
  const { data, error } = read
  if (data === undefined || !isOutlived(error)) return read
  const kept = {
    data,
    status: 'success',
    error: null,
    isSuccess: true,
    isError: false,
    isRefetchError: false,
  }
  return { ...read, ...kept } as UseQueryResult<Data, CallError>
}

const isBehind = (query: Query): boolean =>
  query.isActive() &&
  query.state.data !== undefined &&
  query.state.status === 'error' &&
  isOutlived(query.state.error)

/** Since when (in milliseconds) what the page shows could not be read again, and the way to try; null while it could. */
export function useBehind(): { since: number; retry: () => void } | null {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const since = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => Math.min(...cache.findAll({ predicate: isBehind }).map(({ state }) => state.dataUpdatedAt)),
  )
  if (!Number.isFinite(since)) return null
  return { since, retry: () => void client.refetchQueries({ predicate: isBehind }) }
}
