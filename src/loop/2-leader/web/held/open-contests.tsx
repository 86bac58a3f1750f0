import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Dialog, ErrorState, Form, Link, Stack, toast } from '#ui'
import { answerContest, type Contest, listContests } from '../../held.contract.ts'
import { Sentence } from '../sentence.tsx'
import { useText } from '../text.ts'
import { Said } from './my-contests.tsx'

const topics = ['contests']

/** What members contest and nobody has answered, for who administers the organization. */
export function OpenContests() {
  const { organization, roles } = useSession()
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  return isAdmin ? <Contests /> : null
}

/** Nothing where nothing waits. */
function Contests() {
  const t = useText()
  const read = useRead(listContests, { query: { limit: 20 } }, { topics })
  const [chosen, choose] = useState<Contest | null>(null)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const items = read.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('leader.contests')}>
      <Stack gap={24}>
        {items.map((one) => (
          <div key={one.id} className="nomination">
            <Link href={linkTo(paths.member, { memberId: one.member.id })} isQuiet>
              <strong>{one.member.name}</strong>
            </Link>
            <Said contest={one} />
            <div>
              <Button onPress={() => choose(one)}>{t('leader.contest.answer')}</Button>
            </div>
          </div>
        ))}
      </Stack>
      {chosen && <AnswerDialog contest={chosen} onClose={() => choose(null)} />}
    </Card>
  )
}

function AnswerDialog({ contest, onClose }: { contest: Contest; onClose: () => void }) {
  const t = useText()
  const { name } = contest.member
  const [answer, setAnswer] = useState('')
  const send = useWrite(answerContest, topics)
  const save = () =>
    send.mutate(
      { params: { contestId: contest.id }, body: { answer } },
      {
        onSuccess: () => {
          toast({ text: t('leader.contest.answered', { name }), tone: 'success' })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t('leader.contest.answerTitle', { name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={send.error}>
        <p className="nomination-said">{t('leader.nomination.quote', { words: contest.body })}</p>
        <Sentence
          label={t('leader.contest.yourAnswer')}
          hint={t('leader.nominate.reasonHint', { name })}
          name="answer"
          value={answer}
          onChange={setAnswer}
          maxLength={4000}
          onSend={save}
          autoFocus
        />
        <div>
          <Button type="submit" look="primary" isPending={send.isPending}>
            {t('leader.contest.answer')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
