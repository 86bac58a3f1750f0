import { useRef } from 'react'

/**
 * Tells of each question that is asked again and again whether it is still the one asked last: begin it with `ask`, and
 * look when its answer comes. An answer that was overtaken says nothing any more. `look` tells the same of whatever was
 * asked last, and asks nothing.
 */
export function useLatest(): { ask: () => () => boolean; look: () => () => boolean } {
  const asked = useRef(0)
  const look = () => {
    const own = asked.current
    return () => own === asked.current
  }
  const ask = () => {
    asked.current += 1
    return look()
  }
  return { ask, look }
}
