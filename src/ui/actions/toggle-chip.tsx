import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components/ToggleButton'

export interface ToggleChipProps extends Omit<ToggleButtonProps, 'children' | 'className' | 'style'> {
  icon?: LucideIcon | undefined
  /** How many have chosen it; left out when nobody has. */
  count?: number | undefined
  children: ReactNode
}

/** A small switch in words: a reaction, a filter. Pressed or not is said, never shown by colour alone. */
export function ToggleChip({ icon: Icon, count, children, ...rest }: ToggleChipProps) {
  return (
    <ToggleButton {...rest} className="ui-toggle-chip">
      {Icon && <Icon size={15} aria-hidden="true" />}
      <span>{children}</span>
      {count ? <span className="ui-toggle-count">{count}</span> : null}
    </ToggleButton>
  )
}
