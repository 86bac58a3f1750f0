import { Button, KeyboardMap, Row, toast } from '#ui'
import { Menus } from './menus.tsx'
import { useText } from './samples.ts'
import { Section } from './section.tsx'
import { Windows } from './windows.tsx'

/** What stands over the page. */
export function Overlays() {
  const t = useText()
  return (
    <Section title={t('dev.overlays')}>
      <Windows />
      <Menus />
      <KeyboardMap />
      <Messages />
    </Section>
  )
}

function Messages() {
  const t = useText()
  const undo = () => toast(t('dev.toastText'))
  return (
    <Row gap={8}>
      <Button look="line" onPress={() => toast({ tone: 'plain', text: t('dev.toastText') })}>
        {t('dev.toast')}
      </Button>
      <Button look="line" onPress={() => toast({ tone: 'success', text: t('dev.toastText') })}>
        {t('dev.toastSuccess')}
      </Button>
      <Button look="line" onPress={() => toast({ text: t('dev.toastUndoText'), undo })}>
        {t('dev.toastUndo')}
      </Button>
      <Button
        look="line"
        onPress={() => toast({ text: t('dev.long'), action: { label: t('dev.go'), onPress: undo } })}
      >
        {t('dev.toastAction')}
      </Button>
      <Button look="line" onPress={() => toast({ tone: 'danger', text: t('dev.toastProblemText') })}>
        {t('dev.toastProblem')}
      </Button>
    </Row>
  )
}
