import type { ReactElement, ReactNode } from 'react'

/** What a window shows; a function gets `close`. */
type DialogParts = ReactNode | ((close: () => void) => ReactNode)

export interface DialogProps {
  title: string
  /** The button that opens it; left out where the page holds `isOpen`. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What it shows; a function gets `close`. */
  children: DialogParts
  /** The buttons, at the end; a function gets `close`. */
  footer?: DialogParts
  size?: 'sm' | 'md' | 'lg'
  /** Where it stands on a wide screen. From below on phones, always. */
  place?: 'center' | 'end'
  /** Asks for a decision: only its own buttons and Escape close it. */
  isAlert?: boolean
}
