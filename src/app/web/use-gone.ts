import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** Calls `onGo` once a link has led on. Not at the press: the link would be gone before it does, and the page load anew. */
export function useGone(onGo: () => void): void {
  const { key } = useLocation()
  const [first] = useState(key)
  useEffect(() => {
    if (key !== first) onGo()
  }, [key, first, onGo])
}
