import type { ReactElement, ReactNode } from 'react'
import type { Placement } from './placement.ts'

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** What is inside; read when it opens. */
  label: string
  placement?: Placement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What it shows; a function gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode)
}
