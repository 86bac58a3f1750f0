import { lazy, type ReactElement, type ReactNode, Suspense } from 'react'
import { Opener } from './opener.tsx'

export type DialogParts = ReactNode | ((close: () => void) => ReactNode)

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

const load = () => import('./dialog-window.tsx')
const DialogWindow = lazy(load)

/** A window over the page. On phones it rises from below. */
export function Dialog({ trigger, isOpen, onOpenChange, ...rest }: DialogProps) {
  if (!trigger) {
    return (
      <Suspense fallback={null}>
        {isOpen && <DialogWindow {...rest} setOpen={(next) => onOpenChange?.(next)} />}
      </Suspense>
    )
  }
  return (
    <Opener trigger={trigger} popup="dialog" preload={load} isOpen={isOpen} onOpenChange={onOpenChange}>
      {({ setOpen }) => <DialogWindow {...rest} setOpen={setOpen} />}
    </Opener>
  )
}

/** A panel at the side of a wide screen, from below on phones: for what belongs beside the page. */
export function Sheet(props: Omit<DialogProps, 'place' | 'isAlert'>) {
  return <Dialog {...props} place="end" />
}
