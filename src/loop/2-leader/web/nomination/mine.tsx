import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  Dialog,
  ErrorState,
  Form,
  Row,
  Select,
  SkeletonRows,
  Stack,
  TextArea,
  Time,
  toast,
  useDate,
} from '#ui'
import { answerNomination, listMyNominations, type Nomination } from '../../nomination.contract.ts'
import { useText } from '../text.ts'
import '../leader.css'
import { Voices } from './open.tsx'

/** What was proposed about oneself, who asks one to lead, and one's answer. Nothing while nobody ever did. */
export function MyNominations() {
  const t = useText()
  const read = useRead(listMyNominations, {}, { topics: ['nominations'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={1} />
  if (read.data.items.length === 0) return null
  return (
    <Card title={t('leader.mine')} id="nominations">
      <Stack gap={24}>
        {read.data.items.map((nomination) => (
          <Mine key={nomination.id} nomination={nomination} />
        ))}
      </Stack>
    </Card>
  )
}

type Answer = 'accepted' | 'declined' | 'later'

function Mine({ nomination }: { nomination: Nomination }) {
  const t = useText()
  const date = useDate()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { group, state, voices, decided, answered, can } = nomination
  return (
    <article className="nomination" aria-label={group.name}>
      <Row justify="between">
        <strong>
          {decided && state !== 'dismissed'
            ? t('leader.mine.asks', { name: decided.by.name, group: group.name })
            : t('leader.mine.proposed', { group: group.name })}
        </strong>
        <Chip tone={state === 'asked' ? 'warm' : state === 'accepted' ? 'success' : 'neutral'}>
          {t(`leader.nomination.${state}`)}
        </Chip>
      </Row>
      {decided && (
        <p className="nomination-said">
          {t('leader.nomination.quote', { words: decided.reason })}{' '}
          <span className="ui-muted">
            {decided.by.name}, <Time at={decided.at} />
          </span>
        </p>
      )}
      <Voices voices={voices.filter(({ reason }) => reason !== decided?.reason)} />
      {answered?.until && state === 'later' && (
        <p className="ui-muted">{t('leader.mine.until', { date: date(answered.until) })}</p>
      )}
      {can.answer && (
        <>
          {state === 'asked' && <p>{t('leader.mine.what')}</p>}
          <Row>
            {(['accepted', 'later', 'declined'] as const)
              .filter((one) => one !== state)
              .map((one) => (
                <Button
                  key={one}
                  look={one === 'accepted' ? 'primary' : one === 'later' ? 'soft' : 'ghost'}
                  onPress={() => setAnswer(one)}
                >
                  {t(`leader.answer.${one}`)}
                </Button>
              ))}
          </Row>
        </>
      )}
      {answer && <AnswerDialog nomination={nomination} answer={answer} onClose={() => setAnswer(null)} />}
    </article>
  )
}

interface AnswerDialogProps {
  nomination: Nomination
  answer: Answer
  onClose: () => void
}

function AnswerDialog({ nomination, answer, onClose }: AnswerDialogProps) {
  const t = useText()
  const [note, setNote] = useState('')
  const [months, setMonths] = useState('3')
  const send = useWrite(answerNomination, ['nominations', 'people'])
  const group = nomination.group.name
  const body = answer === 'later' ? { answer, note, months: Number(months) } : { answer, note }
  const save = () =>
    send.mutate(
      { params: { nominationId: nomination.id }, body },
      {
        onSuccess: () => {
          toast({ text: t(`leader.answer.${answer}.done`, { group }), tone: 'success' })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(`leader.answer.${answer}.title`, { group })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={send.error}>
        {answer === 'later' && (
          <Select
            label={t('leader.answer.months')}
            name="months"
            items={['1', '3', '6', '12'].map((id) => ({
              id,
              label: t('leader.answer.inMonths', { months: Number(id) }),
            }))}
            value={months}
            onChange={setMonths}
          />
        )}
        <TextArea
          label={t('leader.answer.note')}
          hint={t('leader.answer.noteHint', { name: nomination.decided?.by.name ?? '' })}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={1000}
          lines={3}
          onSend={save}
          isOptional
          autoFocus
        />
        <div>
          <Button type="submit" look="primary" isPending={send.isPending}>
            {t(`leader.answer.${answer}.send`)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
