import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Checkbox, Dialog, Form, RadioGroup, Row, toast } from '#ui'
import { type BoardSettings, setBoardSettings } from '../../board.contract.ts'
import { useText } from './text.ts'

type Terms = Pick<BoardSettings, 'mode' | 'isAnonymous'>

/** Which boards there are, for who says so. */
export function SettingsCard({ settings: { mode, isAnonymous } }: { settings: BoardSettings }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title={t('board.settings')}>
      <Row justify="between" gap={12}>
        <span>
          {t(`board.settings.${mode}`)} {mode === 'people' && isAnonymous && t('board.settings.anonymous')}
        </span>
        <Button onPress={() => setOpen(true)}>{t('board.settings.set')}</Button>
      </Row>
      {isOpen && <BoardsForm before={{ mode, isAnonymous }} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function BoardsForm({ before, onClose }: { before: Terms; onClose: () => void }) {
  const t = useText()
  const set = useWrite(setBoardSettings, ['boards'])
  const [mode, setMode] = useState(before.mode)
  const [isAnonymous, setAnonymous] = useState(before.isAnonymous)
  const save = (body: Terms, onSuccess: () => void) => set.mutate({ body }, { onSuccess })
  const done = () => {
    onClose()
    const undo = () => save(before, () => undefined)
    toast({ text: t('board.settings.saved'), tone: 'success', undo })
  }
  return (
    <Dialog title={t('board.settings.set')} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={() => save({ mode, isAnonymous }, done)} error={set.error}>
        <RadioGroup<Terms['mode']>
          label={t('board.settings.mode')}
          items={(['off', 'teams', 'people'] as const).map((id) => ({ id, label: t(`board.mode.${id}`) }))}
          value={mode}
          onChange={setMode}
        />
        {mode === 'people' && (
          <Checkbox isSelected={isAnonymous} onChange={setAnonymous}>
            {t('board.settings.anonymous')}
          </Checkbox>
        )}
        <Button type="submit" look="primary" isPending={set.isPending}>
          {t('board.settings.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
