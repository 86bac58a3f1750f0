import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, RadioGroup, TextArea, toast } from '#ui'
import { decideRingFlag, type RingFlag, reopenRingFlag } from '../../fairness.contract.ts'
import { useText } from './text.ts'

type Decision = NonNullable<RingFlag['decided']>['decision']

/** What comes of a circle, and why: those whom it is about read it. */
export function DecisionForm({
  flag,
  names,
  onClose,
}: {
  flag: RingFlag
  names: string
  onClose: () => void
}) {
  const t = useText()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [note, setNote] = useState('')
  const decide = useWrite(decideRingFlag, ['fairness'])
  const reopen = useWrite(reopenRingFlag, ['fairness'])
  const params = { flagId: flag.id }
  const save = () => {
    if (decision === null) return
    decide.mutate(
      { params, body: { decision, note } },
      {
        onSuccess: () => {
          onClose()
          toast({
            text: t('fairness.ring.saved', { names }),
            tone: 'success',
            undo: () => reopen.mutate({ params }),
          })
        },
      },
    )
  }
  return (
    <Dialog title={t('fairness.ring.decideAbout', { names })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={decide.error}>
        <RadioGroup
          label={t('fairness.ring.what')}
          name="decision"
          value={decision}
          onChange={setDecision}
          isRequired
          items={[
            {
              ...{ id: 'nothing' as const, label: t('fairness.ring.nothing') },
              hint: t('fairness.ring.nothingHint'),
            },
            { id: 'talk' as const, label: t('fairness.ring.talk'), hint: t('fairness.ring.talkHint') },
          ]}
        />
        <TextArea
          label={t('fairness.ring.note')}
          hint={t('fairness.ring.noteHint')}
          name="note"
          value={note}
          onChange={setNote}
          check={(words) => (words.trim().length < 10 ? t('fairness.ring.noteShort') : null)}
          maxLength={1000}
          lines={3}
          isRequired
        />
        <div>
          <Button type="submit" look="primary" isPending={decide.isPending}>
            {t('fairness.ring.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
