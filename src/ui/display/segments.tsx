import type { CSSProperties } from 'react'
import { useText } from '../text/use-text.ts'

export interface SegmentsProps {
  /** What advances, read aloud: the title of what is played. */
  label: string
  total: number
  /** How many are full. */
  done: number
  /** How much of the next one is full, 0 to 1. */
  part?: number
  tone?: 'primary' | 'warm' | 'gold'
  /** The value in words; "Step 6 of 10" when left out. */
  valueText?: string
}

/** Progress in steps, one piece per step. Pieces melt into one bar when there is no room for them. */
export function Segments({ label, total, done, part = 0, tone = 'primary', valueText }: SegmentsProps) {
  const t = useText()
  const pieces = Array.from({ length: total }, (_, step) => ({
    step,
    share: step < done ? 1 : step === done ? part : 0,
  }))
  return (
    <div
      className="ui-segments"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={valueText ?? t('ui.stepOf', { step: Math.min(total, done + 1), total })}
      data-tone={tone}
      data-many={total > 20 || undefined}
    >
      {pieces.map(({ step, share }) => (
        <i key={step} style={{ '--share': `${share * 100}%` } as CSSProperties} />
      ))}
    </div>
  )
}
