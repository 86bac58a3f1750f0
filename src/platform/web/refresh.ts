import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { veiled } from '#platform/topic'

/** Makes every read that watches one of these words, plain or veiled, ask again; '*' means all of them. */
export async function refresh(client: QueryClient, topics: readonly string[]): Promise<void> {
  const isMeant = ({ meta }: Query) => {
    const watched = (meta?.topics ?? []) as string[]
    return (
      topics.includes('*') ||
      watched.some((topic) => topics.includes(topic) || topics.includes(veiled(topic)))
    )
  }
  const isWaitedFor = (query: Query) => isFirst(query) || isReadingOn(query)
  const early = client.getQueryCache().findAll({ predicate: (query) => isMeant(query) && isWaitedFor(query) })
  await Promise.all([
    client.invalidateQueries({ predicate: (query) => isMeant(query) && !isReadingOn(query) }),
    ...early.map(onceMore(client)),
  ])
}

const isFirst = ({ state }: Query) => state.data === undefined && state.fetchStatus !== 'idle'

/** The next page of a list is on its way: asking again now would break it off, and who pressed for more would wait for ever. */
const isReadingOn = ({ state }: Query) =>
  state.fetchStatus !== 'idle' && state.fetchMeta?.fetchMore !== undefined

/**
 * A first answer that is on its way is waited for: the cache would not ask beside it, and calls it fresh when it comes.
 * But it may have been given before what changed, so that then the question is asked once more.
 */
const onceMore =
  (client: QueryClient) =>
  async ({ promise, queryKey }: Query): Promise<void> => {
    await promise?.catch(() => undefined)
    await client.invalidateQueries({ queryKey, exact: true })
  }

/**
 * Reads the next page of a list. Where what is there of it is being asked again, that comes first: the cache would break
 * it off and call the pages fresh that were not read anew. News that comes meanwhile begins the asking anew, and that
 * is waited for, too.
 */
export async function readOn<Result>(
  client: QueryClient,
  queryKey: QueryKey,
  fetchNextPage: () => Promise<Result>,
): Promise<Result> {
  const query = client.getQueryCache().find({ queryKey, exact: true })
  let waitedFor: Promise<unknown> | undefined
  while (query?.state.fetchStatus === 'fetching' && query.promise !== waitedFor) {
    waitedFor = query.promise
    await waitedFor?.catch(() => undefined)
  }
  return fetchNextPage()
}
