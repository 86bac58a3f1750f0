import { X } from 'lucide-react'
import type { AnimationEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../actions/icon-button.tsx'
import { useText } from '../text/use-text.ts'
import type { DialogProps } from './dialog-props.ts'

interface DialogWindowProps extends Omit<DialogProps, 'trigger' | 'isOpen' | 'onOpenChange'> {
  setOpen: (isOpen: boolean) => void
}

/** A list that opened while its window was still coming in stands where its field was then: it looks for it again. */
function findPlacesAgain({ target, currentTarget }: AnimationEvent) {
  if (target === currentTarget) window.dispatchEvent(new Event('resize'))
}

/** The open window. */
export default function DialogWindow(props: DialogWindowProps) {
  const { title, children, footer, size = 'md', place = 'center', isAlert = false, setOpen } = props
  const t = useText()
  const close = () => setOpen(false)
  return (
    <ModalOverlay
      className="ui-veil"
      data-place={place}
      isDismissable={!isAlert}
      isOpen
      onOpenChange={setOpen}
    >
      <Modal className="ui-modal" data-size={size} data-place={place} onAnimationEnd={findPlacesAgain}>
        <Dialog className="ui-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className="ui-dialog-head">
            <Heading slot="title" level={2} className="ui-dialog-title">
              {title}
            </Heading>
            {!isAlert && <IconButton icon={X} label={t('ui.close')} size="sm" onPress={close} />}
          </header>
          <div className="ui-dialog-body">{typeof children === 'function' ? children(close) : children}</div>
          {footer && (
            <footer className="ui-dialog-foot">
              {typeof footer === 'function' ? footer(close) : footer}
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
