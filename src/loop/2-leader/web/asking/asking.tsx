import { type ReactNode, useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Callout,
  Chip,
  ErrorState,
  List,
  ListRow,
  Row,
  Stack,
  sayRefusal,
  Time,
  toast,
  useDate,
} from '#ui'
import { type Asking as Asked, answerAsked, askExperts, getAsking } from '../../asking.contract.ts'
import { useText } from '../text.ts'

/** The way to ask those who most likely know; then who was asked, what they said, and when more people are. */
export function Asking({ needId }: { needId: string }) {
  const t = useText()
  const params = { needId }
  const read = useRead(getAsking, { params }, { topics: ['asking', 'needs'] })
  const ask = useWrite(askExperts, ['asking'])
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return null
  const { asking, can } = read.data
  if (asking) return <Circle asking={asking} />
  if (!can.ask) return null
  const begin = () =>
    ask.mutate(
      { params, body: { firstId: null } },
      {
        onSuccess: () => toast({ text: t('leader.asking.begun'), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  return (
    <Row justify="between">
      <span className="ui-muted leader-nobody">{t('leader.asking.hint')}</span>
      <Button onPress={begin} isPending={ask.isPending}>
        {t('leader.asking.ask')}
      </Button>
    </Row>
  )
}

function Circle({ asking: { asked, widensAt } }: { asking: Asked }) {
  const t = useText()
  const date = useDate()
  const isHelped = asked.some(({ answer }) => answer === 'helping')
  return (
    <Stack gap={8}>
      <h3 className="leader-small-title">{t('leader.asking.asked')}</h3>
      {asked.length === 0 ? (
        <p className="ui-muted">{t('leader.asking.nobody')}</p>
      ) : (
        <List label={t('leader.asking.asked')}>
          {asked.map(({ member, answer, askedAt }) => (
            <ListRow
              key={member.id}
              before={<Avatar id={member.id} name={member.name} size="sm" />}
              title={member.name}
              href={linkTo(paths.member, { memberId: member.id })}
              text={<Time at={askedAt} />}
              after={
                <Chip tone={answer === 'helping' ? 'success' : 'neutral'}>
                  {t(`leader.asking.${answer ?? 'waiting'}`)}
                </Chip>
              }
            />
          ))}
        </List>
      )}
      {widensAt && !isHelped && (
        <p className="ui-muted">{t('leader.asking.widens', { date: date(widensAt) })}</p>
      )}
    </Stack>
  )
}

interface AskedMeProps {
  needId: string
  /** What stands below once somebody has said here that they can help: a later stage knows. */
  after: ReactNode
}

/** For who was asked: whether they can help. They may change their mind. */
export function AskedMe({ needId, after }: AskedMeProps) {
  const t = useText()
  const me = useSession().member.id
  const params = { needId }
  const read = useRead(getAsking, { params }, { topics: ['asking', 'needs'] })
  const send = useWrite(answerAsked, ['asking'])
  const [hasHelped, setHelped] = useState(false)
  const { asking, can } = read.data ?? {}
  const mine = asking?.asked.find(({ member }) => member.id === me)
  if (!asking || !mine || !can?.answer) return null
  const said = (answer: Answer) => {
    setHelped(answer === 'helping')
    toast(t(`leader.asking.said.${answer}`))
  }
  const say = (answer: Answer) =>
    send.mutate({ params, body: { answer } }, { onSuccess: () => said(answer), onError: sayRefusal })
  return (
    <>
      <Callout
        title={t('leader.asking.you', { name: asking.askedBy.name })}
        action={<Answers given={mine.answer} isPending={send.isPending} onSay={say} />}
      >
        {t(`leader.asking.mine.${mine.answer ?? 'open'}`)}
      </Callout>
      {hasHelped && after}
    </>
  )
}

type Answer = 'helping' | 'passed'

interface AnswersProps {
  given: Asked['asked'][number]['answer']
  isPending: boolean
  onSay: (answer: Answer) => void
}

/** What somebody may say, but for what they said last. */
function Answers({ given, isPending, onSay }: AnswersProps) {
  const t = useText()
  return (
    <Row isTight>
      {given !== 'helping' && (
        <Button look="primary" onPress={() => onSay('helping')} isPending={isPending}>
          {t('leader.asking.help')}
        </Button>
      )}
      {given !== 'passed' && (
        <Button onPress={() => onSay('passed')} isPending={isPending}>
          {t('leader.asking.pass')}
        </Button>
      )}
    </Row>
  )
}
