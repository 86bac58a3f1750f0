import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** What is inside; read when it opens. */
  label: string
  placement?: NonNullable<AriaPopoverProps['placement']>
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What it shows; a function gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small surface beside the button that opened it. */
export function Popover({ trigger, label, placement = 'bottom start', children, ...rest }: PopoverProps) {
  return (
    <DialogTrigger {...rest}>
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={6} containerPadding={8}>
        <Dialog aria-label={label} className="ui-popover-body">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
