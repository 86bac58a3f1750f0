import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { readOn, refresh } from './refresh.ts'

const queryKey = ['letters', 'pages']

/** A list of three pages whose answers come when the test says so: each names its page and the state of things then. */
async function openList() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const asked: { page: number; answer: () => void }[] = []
  let things = 'before'
  const observer = new InfiniteQueryObserver(client, {
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('broken off')))
        asked.push({ page: pageParam, answer: () => resolve(`${pageParam} ${things}`) })
      }),
    initialPageParam: 1,
    getNextPageParam: (_page, pages) => (pages.length < 3 ? pages.length + 1 : null),
    meta: { topics: ['letters'] },
  })
  const stop = observer.subscribe(() => undefined)
  const next = async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    asked.shift()?.answer()
  }
  const pages = () => observer.getCurrentResult().data?.pages
  await next()
  await expect.poll(pages).toEqual(['1 before'])
  const change = () => {
    things = 'after'
  }
  return { client, next, pages, asked, change, stop, more: () => observer.fetchNextPage() }
}

test('news that comes while the next page of a list is on its way does not break it off, and is followed after it', async () => {
  const { client, next, pages, change, stop, more } = await openList()
  const read = readOn(client, queryKey, more)
  const refreshed = refresh(client, ['letters'])
  await next()
  await read
  expect(pages()).toEqual(['1 before', '2 before'])
  change()
  for (const _ of [1, 2]) await next()
  await refreshed
  expect(pages()).toEqual(['1 after', '2 after'])
  stop()
})

test('whoever wants the next page while news makes a list ask again gets both', async () => {
  const { client, next, pages, asked, change, stop, more } = await openList()
  change()
  const refreshed = refresh(client, ['letters'])
  const read = readOn(client, queryKey, more)
  expect(asked.map(({ page }) => page)).toEqual([1])
  await next()
  await refreshed
  await next()
  await read
  expect(pages()).toEqual(['1 after', '2 after'])
  stop()
})

test('whoever waits for the next page while a list asks again, and hears more news meanwhile, gets the newest of both', async () => {
  const { client, next, pages, asked, change, stop, more } = await openList()
  const first = refresh(client, ['letters'])
  const read = readOn(client, queryKey, more)
  change()
  const second = refresh(client, ['letters'])
  // The asking that was under way is broken off, and begins anew.
  asked.shift()
  for (const _ of [1, 2]) await next()
  await Promise.all([first, second, read])
  expect(pages()).toEqual(['1 after', '2 after'])
  stop()
})

test('where asking again fails the next page is read all the same', async () => {
  const { client, next, pages, asked, stop, more } = await openList()
  const refreshed = refresh(client, ['letters'])
  const read = readOn(client, queryKey, more)
  await client.cancelQueries({ queryKey })
  asked.shift()
  await refreshed
  await next()
  await read
  expect(pages()).toEqual(['1 before', '2 before'])
  stop()
})

test('news about something else asks nothing', async () => {
  const { client, asked, stop } = await openList()
  await refresh(client, ['numbers'])
  expect(asked).toEqual([])
  stop()
})
