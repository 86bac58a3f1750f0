import { type ReactElement, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react'
import { ButtonContext } from 'react-aria-components/Button'

export interface OpenerProps {
  /** The button that opens it: a <Button> or an <IconButton>. */
  trigger: ReactElement
  /** What opens, as screen readers announce it. */
  popup: 'menu' | 'dialog'
  /** Held by the page, when it must know. */
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
  /** Fetches the code of what opens; called when someone comes near the button. */
  preload: () => unknown
  /** What opens, beside the button. Asked for only while it is open. */
  children: (opened: Opened) => ReactNode
}

/** What the opened part may know and do. */
export interface Opened {
  button: RefObject<HTMLButtonElement | null>
  setOpen: (isOpen: boolean) => void
}

/**
 * A button and what it opens. Windows, menus and popovers are not part of the first load of the app: their code
 * comes while the pointer or the focus is on its way to the button.
 */
export function Opener({ trigger, popup, isOpen: held, onOpenChange, preload, children }: OpenerProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [own, setOwn] = useState(false)
  const isOpen = held ?? own
  const setOpen = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const ways = {
    ref: button,
    onPress: () => setOpen(!isOpen),
    onHoverStart: preload,
    onFocus: preload,
    'aria-haspopup': popup,
    'aria-expanded': isOpen,
  }
  return (
    <>
      <ButtonContext value={ways}>{trigger}</ButtonContext>
      <Suspense fallback={null}>{isOpen && children({ button, setOpen })}</Suspense>
    </>
  )
}
