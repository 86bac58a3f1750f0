import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Opened } from './opener.tsx'
import type { PopoverProps } from './popover-props.ts'

type PopoverSurfaceProps = Opened & Required<Pick<PopoverProps, 'label' | 'placement' | 'children'>>

/** The open popover. */
export default function PopoverSurface({ button, setOpen, label, placement, children }: PopoverSurfaceProps) {
  return (
    <Popover
      className="ui-popover"
      triggerRef={button}
      isOpen
      onOpenChange={setOpen}
      placement={placement}
      offset={6}
      containerPadding={8}
    >
      <Dialog aria-label={label} className="ui-popover-body">
        {typeof children === 'function' ? children(() => setOpen(false)) : children}
      </Dialog>
    </Popover>
  )
}
