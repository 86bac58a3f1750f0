import { useState } from 'react'
import { Button, Combobox, ConfirmDialog, Dialog, Row, Select, Sheet, Stack, TextArea } from '#ui'
import { choices } from './choices.tsx'
import { useText } from './samples.ts'

const sizes = [
  { size: 'sm', words: 'dev.small' },
  { size: 'md', words: 'dev.middle' },
  { size: 'lg', words: 'dev.large' },
] as const

/** Windows and sheets, in each size. */
export function Windows() {
  const t = useText()
  return (
    <>
      <Row gap={8}>
        {sizes.map(({ size, words }) => (
          <Dialog
            key={size}
            size={size}
            trigger={<Button>{t('dev.openDialog', { size: t(words) })}</Button>}
            title={t('dev.dialogTitle')}
            footer={(close) => <Answers close={close} />}
          >
            <Asked />
          </Dialog>
        ))}
        <Dialog trigger={<Button>{t('dev.openLong')}</Button>} title={t('dev.long')}>
          <Stack>
            {choices.map(({ id }) => (
              <p key={id}>{t('dev.dialogText')}</p>
            ))}
          </Stack>
        </Dialog>
      </Row>
      <Row gap={8}>
        {sizes.map(({ size, words }) => (
          <Sheet
            key={size}
            size={size}
            trigger={<Button>{t('dev.openSheet', { size: t(words) })}</Button>}
            title={t('dev.dialogTitle')}
            footer={(close) => <Answers close={close} />}
          >
            <Asked />
          </Sheet>
        ))}
        <Sheet trigger={<Button>{t('dev.openNote')}</Button>} title={t('dev.noteTitle')}>
          <p>{t('dev.note')}</p>
        </Sheet>
      </Row>
      <Questions />
    </>
  )
}

function Asked() {
  const t = useText()
  const [person, setPerson] = useState(choices[0] ?? null)
  return (
    <Stack>
      <p>{t('dev.dialogText')}</p>
      <Combobox label={t('dev.person')} items={choices} value={person} onChange={setPerson} />
      <Select label={t('dev.author')} items={choices} />
      <TextArea label={t('dev.details')} isOptional />
    </Stack>
  )
}

/** What is asked before something happens, and while it does. */
function Questions() {
  const t = useText()
  const [asking, setAsking] = useState<'danger' | 'plain' | 'busy' | null>(null)
  const close = () => setAsking(null)
  const question = { onOpenChange: close, onConfirm: close, children: t('dev.confirmText') }
  const isDanger = asking === 'danger'
  return (
    <Row gap={8}>
      <Button onPress={() => setAsking('danger')}>{t('dev.openConfirm')}</Button>
      <Button onPress={() => setAsking('plain')}>{t('dev.openQuestion')}</Button>
      <Button onPress={() => setAsking('busy')}>{t('dev.openBusy')}</Button>
      <Dialog
        isAlert
        title={t('dev.dialogTitle')}
        trigger={<Button>{t('dev.openAlert')}</Button>}
        footer={(close) => <Answers close={close} />}
      >
        {t('dev.dialogText')}
      </Dialog>
      <ConfirmDialog
        {...question}
        title={t('dev.danger')}
        action={t('dev.danger')}
        isDanger
        isOpen={isDanger}
      />
      <ConfirmDialog
        {...question}
        title={t('dev.dialogTitle')}
        action={t('dev.dialogAction')}
        isOpen={asking === 'plain'}
      />
      <ConfirmDialog
        {...question}
        title={t('dev.dialogTitle')}
        action={t('dev.dialogAction')}
        isPending
        isOpen={asking === 'busy'}
      />
    </Row>
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
