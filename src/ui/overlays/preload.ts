const quiet = 2_500

/** Fetches the code of windows and menus once the page has come to rest; answers how to give that up. */
export function preloadOverlays(): () => void {
  const timer = setTimeout(() => {
    const ahead = [import('./dialog-window.tsx'), import('./menu-list.tsx'), import('./popover-surface.tsx')]
    // What does not come now is asked for again when it is opened, which then says so.
    void Promise.allSettled(ahead)
  }, quiet)
  return () => clearTimeout(timer)
}
