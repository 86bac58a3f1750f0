import { useRef } from 'react'
import { sayRefusal } from '#ui'

/**
 * Sends what is said of one thing, each time with all that holds then. `latest` is what was said last, as long as the page
 * cannot show it yet. What `send` writes names a `turn`, for of two at once the server might keep the first.
 */
export function useSaidLast<Said>(send: (said: Said) => Promise<unknown>) {
  const last = useRef<{ said: Said } | null>(null)
  const say = (said: Said) => {
    const own = { said }
    last.current = own
    void send(said)
      .catch(sayRefusal)
      .finally(() => {
        if (last.current === own) last.current = null
      })
  }
  return { say, latest: (): Said | undefined => last.current?.said }
}
