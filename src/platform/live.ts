import pg from 'pg'
import type { Log } from '#platform/log'

/** What a browser is told: words for what changed. It then asks again for what it shows. */
export interface LiveEvent {
  topics: string[]
}

interface Listener {
  member: string
  send: (event: LiveEvent) => void
}

export interface LiveHub {
  /** Passes on what concerns this member of this organization, until the returned function is called. */
  subscribe: (org: string, member: string, send: (event: LiveEvent) => void) => () => void
  stop: () => Promise<void>
}

/**
 * One LISTEN connection per process, shared by its browsers; every server process hears every commit. When the
 * connection breaks it is opened again, and everybody is told to look at everything ('*'), since hints were missed.
 */
export function startLive(url: string, log: Log): LiveHub {
  const listeners = new Map<string, Set<Listener>>()
  let stopped = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null

  const everyone = (event: LiveEvent) => {
    for (const set of listeners.values()) for (const listener of set) listener.send(event)
  }
  const again = (error: Error) => {
    if (stopped || retry) return
    log.warn('live updates are interrupted', { error })
    client = null
    retry = setTimeout(() => {
      retry = null
      open(true)
    }, 1000)
  }
  const open = (missed: boolean) => {
    const opening = new pg.Client({ connectionString: url, keepAlive: true })
    client = opening
    opening.on('error', again)
    opening.on('notification', ({ payload }) => deliver(listeners, payload ?? ''))
    opening
      .connect()
      .then(() => opening.query('listen live'))
      .then(() => missed && everyone({ topics: ['*'] }))
      .catch(again)
  }
  open(false)

  return {
    subscribe: (org, member, send) => {
      const listener = { member, send }
      const set = listeners.get(org) ?? new Set()
      listeners.set(org, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && listeners.get(org) === set) listeners.delete(org)
      }
    },
    stop: async () => {
      stopped = true
      if (retry) clearTimeout(retry)
      await client?.end()
    },
  }
}

function deliver(listeners: Map<string, Set<Listener>>, payload: string): void {
  const hint = JSON.parse(payload) as { org: string; topics: string[]; to?: string[] }
  for (const listener of listeners.get(hint.org) ?? []) {
    if (!hint.to || hint.to.includes(listener.member)) listener.send({ topics: hint.topics })
  }
}
