import type { QueryClient } from '@tanstack/react-query'
import { refresh } from './use.ts'

/** Hints that arrive together are answered by one round of reads, a little apart from everyone else's. */
const patience = () => 120 + Math.random() * 400

/** Listens for what changed, for as long as the page lives. Returns the way to stop. */
export function followChanges(client: QueryClient, address: string): () => void {
  const waiting = new Set<string>()
  let timer: number | null = null
  const source = new EventSource(address)
  let interrupted = false
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
  source.onmessage = ({ data }) => hear((JSON.parse(data) as { topics: string[] }).topics)
  source.onerror = () => {
    interrupted = true
  }
  // What happened while the line was down is not told again: look at everything once.
  source.onopen = () => {
    if (interrupted) hear(['*'])
    interrupted = false
  }
  return () => {
    if (timer !== null) window.clearTimeout(timer)
    source.close()
  }
}
