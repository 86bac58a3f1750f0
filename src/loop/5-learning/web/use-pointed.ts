import { useEffect } from 'react'
import { useLocation, useParams } from 'react-router'

/**
 * Shows what the address points to, a block of the step: unfolded where it was hidden, at the top of the window, and
 * with the focus, so that who reads on by keyboard or by ear reads on there. Without one a step begins at its top.
 */
export function usePointed(stepId: string): void {
  const location = useLocation()
  const isHere = useParams().stepId === stepId
  useEffect(() => {
    // The step before stays until the next one was read.
    if (!isHere) return
    const pointed = find(location.hash.slice(1))
    if (!pointed) {
      window.scrollTo(0, 0)
      return
    }
    for (let up = pointed.closest('details'); up; up = up.parentElement?.closest('details') ?? null)
      up.open = true
    pointed.tabIndex = -1
    pointed.dataset.pointed = ''
    pointed.focus({ preventScroll: true })
    pointed.scrollIntoView({ block: 'start' })
    return () => {
      delete pointed.dataset.pointed
      pointed.removeAttribute('tabindex')
    }
  }, [isHere, location])
}

const find = (blockId: string): HTMLElement | null =>
  /^[A-Za-z0-9]{12}$/.test(blockId) ? document.querySelector(`[data-block="${blockId}"]`) : null
