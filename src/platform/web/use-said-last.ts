import { useRef, useState } from 'react'

/**
 * Sends what is said of one thing, each time with all that holds then. `shown` is what was said last, as long as the page
 * cannot know it yet, and `latest` the same at this very moment. What `send` writes names a `turn`, for of two at once the
 * server might keep the first.
 */
export function useSaidLast<Said>(
  send: (said: Said) => Promise<unknown>,
  onRefused: (error: Error) => unknown,
): { say: (said: Said) => void; shown: Said | undefined; latest: () => Said | undefined } {
  const last = useRef<Said>(undefined)
  const [shown, show] = useState<Said>()
  const hold = (said: Said | undefined) => {
    last.current = said
    show(() => said)
  }
  const say = (said: Said) => {
    hold(said)
    void send(said)
      .catch(onRefused)
      .finally(() => {
        if (last.current === said) hold(undefined)
      })
  }
  return { say, shown, latest: () => last.current }
}
