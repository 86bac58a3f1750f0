import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, NumberChoice, sayRefusal, TextArea, toast } from '#ui'
import { answerTime, type ProtectedTime } from '../contract.ts'
import { longestWhy } from '../limits.ts'
import { useText } from './text.ts'

const topics = ['protected-time']

/** Agrees at once, proposes another number, or declines: for who answers. */
export function Answer({ time }: { time: ProtectedTime }) {
  const t = useText()
  const answer = useWrite(answerTime, topics)
  const [open, setOpen] = useState<'propose' | 'decline' | null>(null)
  const { id, askedHours: hours, member, can } = time
  if (!can.answer) return null
  const agree = () =>
    answer.mutate(
      { params: { timeId: id }, body: { answer: 'agree' } },
      {
        onSuccess: () => toast({ text: t('protected.agreed'), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  return (
    <>
      <Button
        look="primary"
        isPending={answer.isPending}
        onPress={agree}
        aria-label={t('protected.agreeOf', { hours, name: member.name })}
      >
        {t('protected.agree', { hours })}
      </Button>
      <Button onPress={() => setOpen('propose')}>{t('protected.propose')}</Button>
      <Button look="ghost" onPress={() => setOpen('decline')}>
        {t('protected.decline')}
      </Button>
      {open && <SayDialog time={time} answer={open} onClose={() => setOpen(null)} />}
    </>
  )
}

interface SayDialogProps {
  time: ProtectedTime
  answer: 'propose' | 'decline'
  onClose: () => void
}

function SayDialog({ time: { id, askedHours, member }, answer, onClose }: SayDialogProps) {
  const t = useText()
  const say = useWrite(answerTime, topics)
  const [hours, setHours] = useState(Math.max(1, Math.floor(askedHours / 2)))
  const [words, setWords] = useState('')
  const isProposal = answer === 'propose'
  const done = () => {
    onClose()
    toast(t(isProposal ? 'protected.proposed' : 'protected.declined', { name: member.name }))
  }
  const body = { answer, words, hours: isProposal ? hours : null }
  const send = () => say.mutate({ params: { timeId: id }, body }, { onSuccess: done })
  const title = t(`protected.${answer}`)
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={send} error={say.error}>
        {isProposal && (
          <NumberChoice
            label={t('protected.hours')}
            name="hours"
            value={hours}
            among={[1, 2, 3, 4, 6, 8, 12, 16].filter((one) => one !== askedHours)}
            words={(count) => t('protected.hoursOf', { count })}
            onChange={setHours}
          />
        )}
        <TextArea
          label={t(isProposal ? 'protected.words' : 'protected.declineWhy')}
          name="words"
          value={words}
          onChange={setWords}
          maxLength={longestWhy}
          lines={2}
          {...(isProposal ? { isOptional: true } : { isRequired: true })}
        />
        <Button type="submit" look="primary" isPending={say.isPending}>
          {title}
        </Button>
      </Form>
    </Dialog>
  )
}
