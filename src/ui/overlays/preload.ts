const quiet = 2_500

/** Fetches the code of windows and menus once the page has come to rest; answers how to give that up. */
export function preloadOverlays(): () => void {
  const timer = setTimeout(() => {
    void import('./dialog-window.tsx')
    void import('./menu-list.tsx')
    void import('./popover-surface.tsx')
  }, quiet)
  return () => clearTimeout(timer)
}
