import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Avatar, Button, Dialog, Form, Row, Stack, TextArea, Time, toast } from '#ui'
import { answerCoaching, type Coaching } from '../../coach.contract.ts'
import { useText } from '../text.ts'
import { End } from './end.tsx'

const said = {
  asked: 'community.coach.asks',
  coaching: 'community.coach.youCoach',
  declined: 'community.coach.youDeclined',
  withdrawn: 'community.coach.youDeclined',
  ended: 'community.coach.youCoached',
} as const

/** Somebody who asks the reader, or whom they coach. */
export function Coached({ coaching }: { coaching: Coaching }) {
  const t = useText()
  const { asker, state, topic, words, askedAt, can } = coaching
  const [answer, setAnswer] = useState<'accept' | 'decline' | null>(null)
  const { name } = asker
  return (
    <article className="community-plain" aria-label={t(said[state], { name })}>
      <Row gap={12}>
        <Avatar id={asker.id} name={name} />
        <Stack gap={4}>
          <strong>{t(said[state], { name })}</strong>
          <span className="ui-muted">
            {topic && `${t('community.coach.about', { topic: topic.name })}, `}
            <Time at={askedAt} />
          </span>
        </Stack>
      </Row>
      {words && <blockquote className="community-words">{words}</blockquote>}
      <Row gap={8}>
        {can.answer && (
          <>
            <Button look="primary" onPress={() => setAnswer('accept')}>
              {t('community.coach.accept', { name })}
            </Button>
            <Button onPress={() => setAnswer('decline')}>{t('community.coach.decline', { name })}</Button>
          </>
        )}
        {can.end && <End coaching={coaching} other={name} />}
      </Row>
      {answer && <Answer coaching={coaching} answer={answer} onClose={() => setAnswer(null)} />}
    </article>
  )
}

interface AnswerProps {
  coaching: Coaching
  answer: 'accept' | 'decline'
  onClose: () => void
}

/** Answers, with a word. */
function Answer({ coaching: { id, asker }, answer, onClose }: AnswerProps) {
  const t = useText()
  const give = useWrite(answerCoaching, ['coaching'])
  const [note, setNote] = useState('')
  const { name } = asker
  const done = () => {
    onClose()
    toast({ text: t('community.coach.answered', { name }), tone: 'success' })
  }
  const send = () => give.mutate({ params: { coachingId: id }, body: { answer, note } }, { onSuccess: done })
  const title = t(`community.coach.${answer}`, { name })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={send} error={give.error}>
        <TextArea
          label={t('community.coach.note')}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={500}
          lines={2}
          isOptional
        />
        <Button type="submit" look="primary" isPending={give.isPending}>
          {title}
        </Button>
      </Form>
    </Dialog>
  )
}
