import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Chip, ErrorState, Form, SkeletonRows, Stack, Time, toast } from '#ui'
import { type Contest, contestHeld, listMyContests } from '../../held.contract.ts'
import { Sentence } from '../sentence.tsx'
import { useText } from '../text.ts'
import '../leader.css'

const topics = ['contests']

/** What one says is wrong in what is held, and what was answered. */
export function MyContests() {
  const t = useText()
  const read = useRead(listMyContests, {}, { topics })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={1} hasFace={false} />
  const { items } = read.data
  const isWaiting = items.some(({ answered }) => answered === null)
  return (
    <Card title={t('leader.contest')}>
      <Stack>
        {!isWaiting && <NewContest />}
        {items.map((one) => (
          <Said key={one.id} contest={one} />
        ))}
      </Stack>
    </Card>
  )
}

function NewContest() {
  const t = useText()
  const [body, setBody] = useState('')
  const send = useWrite(contestHeld, topics)
  const save = () =>
    send.mutate(
      { body: { body } },
      {
        onSuccess: () => {
          setBody('')
          toast({ text: t('leader.contest.sent'), tone: 'success' })
        },
      },
    )
  return (
    <Form onSubmit={save} error={send.error}>
      <Sentence
        label={t('leader.contest.what')}
        hint={t('leader.contest.hint')}
        name="body"
        value={body}
        onChange={setBody}
        maxLength={4000}
        onSend={save}
      />
      <div>
        <Button type="submit" isPending={send.isPending}>
          {t('leader.contest.send')}
        </Button>
      </div>
    </Form>
  )
}

/** What was said, and the answer to it. */
export function Said({ contest: { body, madeAt, answered } }: { contest: Contest }) {
  const t = useText()
  return (
    <article className="nomination">
      <p className="nomination-said">
        {t('leader.nomination.quote', { words: body })}{' '}
        <span className="ui-muted">
          <Time at={madeAt} />
        </span>
      </p>
      {answered ? (
        <p className="nomination-said">
          {t('leader.nomination.quote', { words: answered.answer })}{' '}
          <span className="ui-muted">
            {answered.by.name}, <Time at={answered.at} />
          </span>
        </p>
      ) : (
        <div>
          <Chip tone="warm">{t('leader.contest.waiting')}</Chip>
        </div>
      )}
    </article>
  )
}
