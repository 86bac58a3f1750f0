// Runs before the first paint, so that a chosen theme never flashes into the other. See src/ui/layout/theme.ts.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed to this page: the device's own theme is shown.
}
