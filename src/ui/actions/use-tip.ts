import { type FocusEvent, useEffect, useRef, useState } from 'react'

const patience = 500
const grace = 80

/** When a tip shows: after a pause on hover, at once on keyboard focus, until it is left or pressed, or Escape. */
export function useTip() {
  const [isShown, setShown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!isShown) return
    const hide = (event: KeyboardEvent) => event.key === 'Escape' && setShown(false)
    document.addEventListener('keydown', hide, true)
    return () => document.removeEventListener('keydown', hide, true)
  }, [isShown])
  const change = (next: boolean, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(next), delay)
  }
  return {
    isShown,
    change,
    events: {
      onHoverStart: () => change(true, patience),
      onHoverEnd: () => change(false, grace),
      onPressStart: () => change(false, 0),
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) change(true, 0)
      },
      onBlur: () => change(false, 0),
    },
  }
}
