import { useSyncExternalStore } from 'react'

/** Where the side of a page goes below its content: the same width as in layout.css. */
const narrow = '(width < 68rem)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is no room for a side. Only for what must be read in another order then; CSS does the rest. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
