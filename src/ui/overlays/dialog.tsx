import { lazy, Suspense } from 'react'
import type { DialogProps } from './dialog-props.ts'
import { Opener } from './opener.tsx'

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
