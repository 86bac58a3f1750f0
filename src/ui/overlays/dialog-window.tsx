import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../actions/icon-button.tsx'
import { useText } from '../text/use-text.ts'

export { DialogTrigger }

type Parts = ReactNode | ((close: () => void) => ReactNode)

export interface DialogProps {
  title: string
  /** Held by the page; left out inside a <DialogTrigger>. */
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What it shows; a function gets `close`. */
  children: Parts
  /** The buttons, at the end; a function gets `close`. */
  footer?: Parts
  size?: 'sm' | 'md' | 'lg'
  /** Where it stands on a wide screen. From below on phones, always. */
  place?: 'center' | 'end'
  /** Asks for a decision: only its own buttons and Escape close it. */
  isAlert?: boolean
}

/** A window over the page. On phones it rises from below. */
export function Dialog(props: DialogProps) {
  const { title, children, footer, size = 'md', place = 'center', isAlert = false } = props
  const t = useText()
  return (
    <ModalOverlay
      className="ui-veil"
      data-place={place}
      isDismissable={!isAlert}
      {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
    >
      <Modal className="ui-modal" data-size={size} data-place={place}>
        <AriaDialog className="ui-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          {({ close }) => (
            <>
              <header className="ui-dialog-head">
                <Heading slot="title" level={2} className="ui-dialog-title">
                  {title}
                </Heading>
                {!isAlert && <IconButton icon={X} label={t('ui.close')} size="sm" onPress={close} />}
              </header>
              <div className="ui-dialog-body">
                {typeof children === 'function' ? children(close) : children}
              </div>
              {footer && (
                <footer className="ui-dialog-foot">
                  {typeof footer === 'function' ? footer(close) : footer}
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A panel at the side of a wide screen, from below on phones: for what belongs beside the page. */
export function Sheet(props: Omit<DialogProps, 'place' | 'isAlert'>) {
  return <Dialog {...props} place="end" />
}
