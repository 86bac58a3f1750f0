import type { CSSProperties } from 'react'

export interface SpreadProps {
  /** What it measures and how sure that is, read aloud. */
  label: string
  /** 0 to 1, and between what it most likely lies. */
  value: number
  low: number
  high: number
}

/** How much something is, and how sure that is: a dot in the band in which it most likely lies. */
export function Spread({ label, value, low, high }: SpreadProps) {
  const within = (part: number) => Math.min(1, Math.max(0, part))
  const style = { '--value': within(value), '--low': within(low), '--high': within(high) } as CSSProperties
  return <span className="ui-spread" role="img" aria-label={label} style={style} />
}
