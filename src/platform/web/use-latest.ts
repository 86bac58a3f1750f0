import { useRef } from 'react'

/**
 * Tells of each question that is asked again and again whether it is still the one asked last: begin it with this, and
 * look when its answer comes. An answer that was overtaken says nothing any more.
 */
export function useLatest(): () => () => boolean {
  const asked = useRef(0)
  return () => {
    asked.current += 1
    const own = asked.current
    return () => own === asked.current
  }
}
