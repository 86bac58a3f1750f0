import type { QueryClient } from '@tanstack/react-query'
import { refresh } from './refresh.ts'

/** Hints that arrive together are answered by one round of reads, a little apart from everyone else's. */
const patience = () => 120 + Math.random() * 400

/** Whoever was refused asks again after so many milliseconds, unless they were stopped: a proxy may have answered. */
const afterRefusal = 10_000

/** A line may take so many milliseconds longer to open than a read to be answered. */
const slack = 2000
/** Further back than this many milliseconds nobody asks: it is not remembered for so long. */
const longest = 86_400_000

/** Calls back each time somebody looks at this window again, until `signal` is aborted. */
function whenLookedAt(back: () => void, signal: AbortSignal): void {
  window.addEventListener('focus', back, { signal })
  document.addEventListener('visibilitychange', () => document.hidden || back(), { signal })
}

/** Collects hints that arrive together, and then makes what watches them ask again. */
function gather(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: number | null = null
  const ask = () => {
    timer = null
    const topics = [...waiting]
    waiting.clear()
    void refresh(client, topics)
  }
  const hear = (topics: string[]) => {
    for (const topic of topics) waiting.add(topic)
    timer ??= window.setTimeout(ask, patience())
  }
  const forget = () => {
    if (timer !== null) window.clearTimeout(timer)
  }
  return { hear, forget }
}

/**
 * Listens for what changed, for as long as the page lives; `onRefused` is called when the server does not let it
 * listen, as when the session has ended. When the same browser listens in too many windows, the oldest are told to give
 * way: such a one comes back when somebody looks at it, and then another one waits. Returns the way to stop.
 */
export function followChanges(client: QueryClient, address: string, onRefused: () => void): () => void {
  const { hear, forget } = gather(client)
  let again: number | null = null
  let source: EventSource
  let interrupted = false
  let gaveWay = false
  const stopped = new AbortController()
  const open = () => {
    const asked = performance.now()
    // The page has been reading for a moment: what was told since it began is told first.
    source = new EventSource(`${address}?ago=${Math.ceil(Math.min(asked + slack, longest))}`)
    source.onmessage = ({ data }) => hear((JSON.parse(data) as { topics: string[] }).topics)
    source.onerror = () => {
      interrupted = true
      // A line that breaks is opened again by the browser; one that was refused is not.
      if (source.readyState !== EventSource.CLOSED) return
      onRefused()
      again = window.setTimeout(open, afterRefusal)
    }
    source.addEventListener('crowded', () => {
      source.close()
      gaveWay = true
      interrupted = true
    })
    // What happened while the line was down is not told again: look at everything once.
    source.onopen = () => {
      if (interrupted || performance.now() - asked > slack) hear(['*'])
      interrupted = false
    }
  }
  open()
  whenLookedAt(() => {
    if (!gaveWay) return
    gaveWay = false
    open()
  }, stopped.signal)
  return () => {
    stopped.abort()
    forget()
    if (again !== null) window.clearTimeout(again)
    source.close()
  }
}
