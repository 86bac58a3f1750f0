/** Notes how long each thing takes, one after the other. */
export function laps() {
  const took: Record<string, number> = {}
  let start = performance.now()
  const lap = (name: string) => {
    const now = performance.now()
    took[name] = (now - start) / 1000
    start = now
  }
  return { lap, took }
}
