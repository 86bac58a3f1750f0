import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'

export interface ChipProps {
  tone?: Tone
  icon?: LucideIcon | undefined
  children: ReactNode
}

/** A word or two about the state or the kind of something. */
export function Chip({ tone = 'neutral', icon: Icon, children }: ChipProps) {
  return (
    <span className="ui-chip" data-tone={tone}>
      {Icon && <Icon size={14} aria-hidden="true" />}
      {children}
    </span>
  )
}
