import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { useText } from '../text/use-text.ts'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** What will happen, and whether it can be taken back. */
  children: ReactNode
  /** What the button does: "Delete the draft". */
  action: string
  isDanger?: boolean
  isPending?: boolean
  onConfirm: () => void
}

/** Asks before something that cannot be undone. Where it can be undone, do it and offer Undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onOpenChange, children, action, isDanger = false, isPending, onConfirm } = props
  const t = useText()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="sm"
      isAlert
      footer={
        <>
          <Button onPress={() => onOpenChange(false)} autoFocus={isDanger}>
            {t('ui.cancel')}
          </Button>
          <Button
            look={isDanger ? 'danger' : 'primary'}
            isPending={isPending}
            onPress={onConfirm}
            autoFocus={!isDanger}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
