import { lazy, type ReactElement, type ReactNode } from 'react'
import { Opener } from './opener.tsx'
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

const load = () => import('./popover-surface.tsx')
const PopoverSurface = lazy(load)

/** A small surface beside the button that opened it. */
export function Popover({ trigger, label, placement = 'bottom start', children, ...held }: PopoverProps) {
  return (
    <Opener trigger={trigger} popup="dialog" preload={load} {...held}>
      {(opened) => (
        <PopoverSurface {...opened} label={label} placement={placement}>
          {children}
        </PopoverSurface>
      )}
    </Opener>
  )
}
