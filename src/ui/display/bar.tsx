import type { CSSProperties } from 'react'
import { useNumber } from '../text/formats.ts'

export interface BarProps {
  /** What it measures, read aloud. */
  label: string
  value: number
  max?: number
  tone?: 'primary' | 'warm' | 'gold' | 'success' | 'danger'
  /** The value in words, when a percentage says too little: "6 of 10". */
  valueText?: string
  size?: 'sm' | 'md'
}

/** How much of the whole. */
export function Bar({ label, value, max = 1, tone = 'primary', valueText, size = 'md' }: BarProps) {
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      className="ui-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      aria-valuetext={valueText ?? percent(share)}
      data-tone={tone}
      data-size={size}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
    >
      <i />
    </div>
  )
}
