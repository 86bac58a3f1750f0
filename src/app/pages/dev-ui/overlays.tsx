import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ConfirmDialog,
  Dialog,
  IconButton,
  KeyboardMap,
  Menu,
  Popover,
  Row,
  Sheet,
  TextArea,
  toast,
} from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** What stands over the page. */
export function Overlays() {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  return (
    <Section title={t('dev.overlays')}>
      <Row gap={8}>
        <Dialog
          trigger={<Button>{t('dev.openDialog')}</Button>}
          title={t('dev.dialogTitle')}
          footer={(close) => <Answers close={close} />}
        >
          <p>{t('dev.dialogText')}</p>
          <TextArea label={t('dev.details')} isOptional />
        </Dialog>
        <Sheet
          trigger={<Button>{t('dev.openSheet')}</Button>}
          title={t('dev.dialogTitle')}
          footer={(close) => <Answers close={close} />}
        >
          <p>{t('dev.dialogText')}</p>
        </Sheet>
        <Button onPress={() => setAsking(true)}>{t('dev.openConfirm')}</Button>
        <UnderWay />
        <ConfirmDialog
          title={t('dev.danger')}
          action={t('dev.danger')}
          isDanger
          isOpen={isAsking}
          onOpenChange={setAsking}
          onConfirm={() => setAsking(false)}
        >
          {t('dev.confirmText')}
        </ConfirmDialog>
        <Popover trigger={<Button>{t('dev.openPopover')}</Button>} label={t('dev.openPopover')}>
          <p className="dev-narrow">{t('dev.dialogText')}</p>
        </Popover>
        <DraftMenu />
        <KeyboardMap />
      </Row>
      <Messages />
    </Section>
  )
}

/** A question that was answered: what was asked for goes on. */
function UnderWay() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('dev.openBusy')}</Button>
      <ConfirmDialog
        title={t('dev.danger')}
        action={t('dev.danger')}
        isPending
        isOpen={isOpen}
        onOpenChange={setOpen}
        onConfirm={() => undefined}
      >
        {t('dev.confirmText')}
      </ConfirmDialog>
    </>
  )
}

function Answers({ close }: { close: () => void }) {
  const t = useText()
  return (
    <>
      <Button onPress={close}>{t('dev.soft')}</Button>
      <Button look="primary" onPress={close}>
        {t('dev.dialogAction')}
      </Button>
    </>
  )
}

function DraftMenu() {
  const t = useText()
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('dev.openMenu')} />}
      placement="bottom start"
      groups={[
        {
          id: 'change',
          title: t('dev.menuTitle'),
          items: [
            { id: 'rename', label: t('dev.rename'), icon: Pencil, keys: 'e' },
            { id: 'copy', label: t('dev.duplicate'), icon: Copy, hint: t('dev.duplicateHint') },
            { id: 'publish', label: t('dev.disabled'), isDisabled: true },
          ],
        },
        { id: 'remove', items: [{ id: 'delete', label: t('dev.danger'), icon: Trash2, isDanger: true }] },
      ]}
    />
  )
}

function Messages() {
  const t = useText()
  const undo = () => toast(t('dev.toastText'))
  return (
    <Row gap={8}>
      <Button look="line" onPress={() => toast({ tone: 'success', text: t('dev.toastText') })}>
        {t('dev.toast')}
      </Button>
      <Button look="line" onPress={() => toast({ text: t('dev.toastUndoText'), undo })}>
        {t('dev.toastUndo')}
      </Button>
      <Button look="line" onPress={() => toast({ tone: 'danger', text: t('dev.toastProblemText') })}>
        {t('dev.toastProblem')}
      </Button>
    </Row>
  )
}
