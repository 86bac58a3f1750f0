import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, sayRefusal, TextArea, toast } from '#ui'
import { dismissHealthItem, type HealthItem, undismissHealthItem } from '../../health.contract.ts'
import { useText } from '../text.ts'

/** Says that there is nothing to do, and why. */
export function Dismiss({ item, onClose }: { item: HealthItem; onClose: () => void }) {
  const t = useText()
  const [note, setNote] = useState('')
  const params = { itemId: item.id }
  const dismiss = useWrite(dismissHealthItem, ['health'])
  const back = useWrite(undismissHealthItem, ['health'])
  const onSuccess = () => {
    onClose()
    const undo = () =>
      back.mutate({ params }, { onSuccess: () => toast(t('learning.health.back')), onError: sayRefusal })
    toast({ text: t('learning.health.dismiss.done'), tone: 'success', undo })
  }
  return (
    <Dialog
      title={t('learning.health.dismiss.title', { title: item.course.title })}
      isOpen
      onOpenChange={onClose}
    >
      <Form onSubmit={() => dismiss.mutate({ params, body: { note } }, { onSuccess })} error={dismiss.error}>
        <TextArea
          label={t('learning.health.dismiss.note')}
          hint={t('learning.health.dismiss.noteHint')}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={500}
          lines={3}
          isRequired
          autoFocus
        />
        <div>
          <Button type="submit" look="primary" isPending={dismiss.isPending}>
            {t('learning.health.dismiss')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
