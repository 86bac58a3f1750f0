import { Clock, Hand, UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#paths'
import { Button, LinkButton, Row, Stack } from '#ui'
import type { Call } from '../../kinds.ts'
import { useText } from '../text.ts'

export type Answer = 'interested' | 'later' | 'no'

const icons = { interested: Hand, nominate: UserPlus, later: Clock, no: X } as const

interface AnsweringProps {
  calls: readonly Call[]
  answer: Answer | null
  /** What follows from the answer. */
  asksAgain: boolean
  isForLeaders: boolean
  isPending: boolean
  /** Of whom it is known only by the link of a mail whether they may nominate: they sign in first. */
  nominateHref?: string
  onNominate?: () => void
  onAnswer: (answer: Answer) => void
}

/** What one may answer; once it is said, what happens now, and the way to say something else. */
export function Answering({
  calls,
  answer,
  asksAgain,
  isForLeaders,
  isPending,
  nominateHref,
  onNominate,
  onAnswer,
}: AnsweringProps) {
  const t = useText()
  const done = {
    interested: isForLeaders ? 'interested' : 'interestedOnly',
    later: asksAgain ? 'later' : 'notNow',
    no: 'no',
  } as const
  const [isChanging, setChanging] = useState(false)
  const say = (said: Answer) => {
    setChanging(false)
    onAnswer(said)
  }
  if (answer && !isChanging)
    return (
      <Stack gap={12}>
        <p role="status">{t(`campaigns.done.${done[answer]}`)}</p>
        <Row gap={8}>
          {answer === 'interested' && isForLeaders && (
            <LinkButton look="primary" href={paths.volunteer}>
              {t('campaigns.firstStep')}
            </LinkButton>
          )}
          <Button look="ghost" onPress={() => setChanging(true)}>
            {t('campaigns.done.change')}
          </Button>
        </Row>
      </Stack>
    )
  return (
    <Row gap={8} className="campaign-calls">
      {calls.map((call) =>
        call === 'nominate' ? (
          nominateHref ? (
            <LinkButton key={call} icon={icons[call]} href={nominateHref}>
              {t('campaigns.call.nominate')}
            </LinkButton>
          ) : (
            <Button key={call} icon={icons[call]} {...(onNominate && { onPress: onNominate })}>
              {t('campaigns.call.nominate')}
            </Button>
          )
        ) : (
          <Button
            key={call}
            look={call === 'interested' ? 'primary' : call === 'no' ? 'ghost' : 'line'}
            icon={icons[call]}
            isPending={isPending}
            onPress={() => say(call)}
          >
            {t(`campaigns.call.${call}`)}
          </Button>
        ),
      )}
    </Row>
  )
}
