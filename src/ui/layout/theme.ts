import { useSyncExternalStore } from 'react'

/** How the pages look: `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

/** The same key and attribute as in public/theme.js, which applies the choice before anything is drawn. */
const key = 'theme'
const listeners = new Set<() => void>()

/** The theme chosen on this device; `system` when none was, or when storage is closed. */
export function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Shows a theme now and keeps it for the next visit on this device. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
  try {
    localStorage.setItem(key, theme)
  } catch (error) {
    // A browser may forbid storage; the theme then holds until the page is closed.
    if (!(error instanceof DOMException)) throw error
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme chosen now, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, readTheme), setTheme]
}
