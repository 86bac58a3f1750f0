import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Card, Chip, Link, Row, Stack, sayRefusal, Time, toast, useList, useNumber } from '#ui'
import { type RingFlag, reopenRingFlag } from '../../fairness.contract.ts'
import { DecisionForm } from './decision-form.tsx'
import { RingWords } from './ring-words.tsx'
import { useText } from './text.ts'

/** One circle: who, what is known of it, and what somebody decided or may decide. */
export function RingRow({ flag }: { flag: RingFlag }) {
  const t = useText()
  const number = useNumber()
  const list = useList()
  const [isDeciding, setDeciding] = useState(false)
  const { members, thanks, allThanks, decided } = flag
  const names = list(members.map(({ name }) => name))
  return (
    <Card
      title={t('fairness.ring.times', {
        people: members.length,
        ...{ thanks: number(thanks), allThanks: number(allThanks) },
      })}
    >
      <Stack>
        <Row>
          {members.map(({ id, name }) => (
            <Link key={id} href={linkTo(paths.member, { memberId: id })}>
              {name}
            </Link>
          ))}
        </Row>
        <p>
          <RingWords {...flag} />
        </p>
        {decided ? (
          <Decided flag={flag} decided={decided} names={names} />
        ) : (
          <div>
            <Button onPress={() => setDeciding(true)} aria-label={t('fairness.ring.decideAbout', { names })}>
              {t('fairness.ring.decide')}
            </Button>
          </div>
        )}
      </Stack>
      {isDeciding && <DecisionForm flag={flag} names={names} onClose={() => setDeciding(false)} />}
    </Card>
  )
}

interface DecidedProps {
  flag: RingFlag
  decided: NonNullable<RingFlag['decided']>
  names: string
}

function Decided({ flag, decided: { decision, note, by, at }, names }: DecidedProps) {
  const t = useText()
  const reopen = useWrite(reopenRingFlag, ['fairness'])
  const takeBack = () =>
    reopen.mutate(
      { params: { flagId: flag.id } },
      {
        onSuccess: () => toast({ text: t('fairness.ring.reopened', { names }), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  return (
    <>
      <p>{note}</p>
      <Row justify="between">
        <span>
          <Chip>{t(decision === 'talk' ? 'fairness.ring.wasTalk' : 'fairness.ring.wasNothing')}</Chip>{' '}
          <span className="ui-muted">
            {t.rich('fairness.ring.by', { name: by.name, time: <Time key="time" at={at} isSaid /> })}
          </span>
        </span>
        <Button
          look="ghost"
          isPending={reopen.isPending}
          onPress={takeBack}
          aria-label={t('fairness.ring.reopenAbout', { names })}
        >
          {t('fairness.ring.reopen')}
        </Button>
      </Row>
    </>
  )
}
