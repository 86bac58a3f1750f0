import { useRef } from 'react'
import { sayRefusal } from '#ui'

/**
 * Sends what is said of one thing, each time with all that holds then: one after the other, for of two at once the
 * server might keep the first. `latest` is what was said last, as long as the page cannot show it yet.
 */
export function useInTurn<Said>(send: (said: Said) => Promise<unknown>) {
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const last = useRef<{ said: Said } | null>(null)
  const say = (said: Said) => {
    const own = { said }
    last.current = own
    turn.current = turn.current
      .then(() => send(said))
      .catch(sayRefusal)
      .then(() => {
        if (last.current === own) last.current = null
      })
  }
  return { say, latest: (): Said | undefined => last.current?.said }
}
