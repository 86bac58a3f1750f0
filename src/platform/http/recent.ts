import type { Actor } from '#platform/scope'
import type { Credentials } from './identity.ts'

/**
 * Who sent the last requests, by session: a guess that lets a read start before the database has said who it is.
 * Every request still asks, and no answer leaves on a guess that proved wrong.
 */
export interface RecentActors {
  get: (credentials: Credentials) => Actor | undefined
  note: (credentials: Credentials, actor: Actor) => void
}

/** Remembers so many sessions, and forgets those that it has known longest. */
export function recentActors(most = 5000): RecentActors {
  const known = new Map<string, Actor>()
  const keyOf = ({ org, tokenHash }: Credentials) => org + tokenHash
  return {
    get: (credentials) => known.get(keyOf(credentials)),
    note: (credentials, actor) => {
      const key = keyOf(credentials)
      known.set(key, actor)
      if (known.size <= most) return
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    },
  }
}
