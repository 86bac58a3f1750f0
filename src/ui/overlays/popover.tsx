import { lazy } from 'react'
import { Opener } from './opener.tsx'
import type { PopoverProps } from './popover-props.ts'

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
