import { CalendarClock, EyeOff, TriangleAlert, UserX } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { Button, Chip, Link, Row, Time, useDate, useNow } from '#ui'
import type { WaitingRound } from '../../queue.contract.ts'
import { ReviewerList } from '../reviewer-list.tsx'
import { useText } from '../text.ts'
import { AskSomebody } from './ask-somebody.tsx'

/** One round that waits: what it is of, since when and until when, and who reads. */
export function RoundRow({ round }: { round: WaitingRound }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const { title, author, group, askedAt, reviewers } = round
  return (
    <li className="queue-round">
      <h3 className="queue-title">{title}</h3>
      <p className="queue-quiet">
        {t.rich('validation.queue.by', {
          author: (
            <Link key="author" href={linkTo(paths.member, { memberId: author.id })}>
              {author.name}
            </Link>
          ),
          group: group.name,
          time: <Time key="time" at={askedAt} isSaid />,
          round: round.round,
        })}
      </p>
      <Signs round={round} />
      {reviewers.length > 0 ? (
        <ReviewerList reviewers={reviewers} label={t('validation.queue.whoFor', { title })} />
      ) : (
        <p className="queue-quiet">{t('validation.queue.nobody')}</p>
      )}
      <div className="queue-do">
        <Button
          size="sm"
          aria-label={t('validation.queue.askFor', { title })}
          onPress={() => setAsking(true)}
        >
          {t('validation.queue.ask')}
        </Button>
      </div>
      {isAsking && <AskSomebody round={round} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** How it stands: late or when it is due, nobody left, blind, how many approved. In words and with a mark, not by colour alone. */
function Signs({ round }: { round: WaitingRound }) {
  const t = useText()
  const day = useDate()
  const now = useNow()
  const { dueAt, isStranded, isBlind, approvals, approvalsNeeded } = round
  const isLate = dueAt !== null && Date.parse(dueAt) < now
  return (
    <Row gap={8}>
      {dueAt && (
        <Chip tone={isLate ? 'danger' : 'neutral'} icon={isLate ? TriangleAlert : CalendarClock}>
          {t(isLate ? 'validation.queue.lateSince' : 'validation.queue.due', { day: day(dueAt) })}
        </Chip>
      )}
      {isStranded && (
        <Chip tone="warm" icon={UserX}>
          {t('validation.queue.isStranded')}
        </Chip>
      )}
      {isBlind && <Chip icon={EyeOff}>{t('validation.policy.blind')}</Chip>}
      <span className="queue-quiet">
        {t('validation.needs', { given: approvals, needed: approvalsNeeded })}
      </span>
    </Row>
  )
}
