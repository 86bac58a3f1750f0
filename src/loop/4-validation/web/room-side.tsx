import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { Avatar, Button, Card, Chip, Stack, useDate } from '#ui'
import type { Review } from '../contract.ts'
import { Drafts } from './drafts.tsx'
import { useNameOf } from './names.ts'
import { useText } from './text.ts'
import { VerdictDialog } from './verdict-dialog.tsx'
import './reviewers.css'

type Reviewer = Review['reviewers'][number]

const tones = { approve: 'success', changes: 'warm', comment: 'info' } as const

/** What someone who was asked says so far. */
export function VerdictChip({ reviewer }: { reviewer: Reviewer }) {
  const t = useText()
  const { verdict, ended } = reviewer
  if (ended) return <Chip>{t(`validation.ended.${ended}`)}</Chip>
  if (!verdict) return <Chip>{t('validation.verdict.reading')}</Chip>
  return <Chip tone={tones[verdict]}>{t(`validation.verdict.${verdict}`)}</Chip>
}

/** The people asked, each with their verdict and their word; whoever reads, until when it is their turn. */
export function ReviewerList({ reviewers }: { reviewers: readonly Reviewer[] }) {
  const nameOf = useNameOf()
  return (
    <ul className="review-people">
      {reviewers.map((reviewer) => (
        <li key={reviewer.member.id}>
          <Avatar id={reviewer.member.id} name={nameOf(reviewer.member)} size="sm" />
          <span>{nameOf(reviewer.member)}</span>
          <VerdictChip reviewer={reviewer} />
          <Turn reviewer={reviewer} />
          {reviewer.note && <p>{reviewer.note}</p>}
        </li>
      ))}
    </ul>
  )
}

/** Until when it is somebody's turn, what they read before, and why they were asked where the policy gave way. */
function Turn({ reviewer: { dueAt, place, gaveWay } }: { reviewer: Reviewer }) {
  const t = useText()
  const day = useDate('weekday')
  if (place === null) return null
  const parts = [
    ...(dueAt ? [t('validation.turnUntil', { day: day(dueAt) })] : []),
    ...(place > 1 ? [t('validation.place', { before: place - 1 })] : []),
    ...(gaveWay ? [t(`validation.gaveWay.${gaveWay}`)] : []),
  ]
  return parts.length > 0 ? <small className="review-until">{parts.join(' · ')}</small> : null
}

/** Beside the course: one's own verdict so far, and who else looks. */
export function RoomSide({ review }: { review: Review }) {
  const t = useText()
  const me = useSession().member.id
  const mine = review.reviewers.find(({ member }) => member.id === me)
  const others = review.reviewers.filter(({ member }) => member.id !== me)
  const given = review.reviewers.filter(({ verdict }) => verdict === 'approve').length
  return (
    <aside className="review-side" aria-label={t('validation.reviewers')}>
      {mine && mine.ended !== 'declined' && <Mine review={review} mine={mine} />}
      <Drafts review={review} />
      <Card title={mine ? t('validation.also') : t('validation.reviewers')}>
        <Stack gap={12}>
          {others.length > 0 && <ReviewerList reviewers={others} />}
          <small className="ui-muted">
            {t('validation.needs', { given, needed: review.approvalsNeeded })}
          </small>
        </Stack>
      </Card>
    </aside>
  )
}

function Mine({ review, mine }: { review: Review; mine: Reviewer }) {
  const t = useText()
  const [isCommenting, setCommenting] = useState(false)
  const count = review.findings.filter(
    ({ author, round }) => author.id === mine.member.id && round === review.round,
  ).length
  return (
    <Card title={t('validation.yours')} aside={mine.verdict && <VerdictChip reviewer={mine} />}>
      <Stack gap={12}>
        {!mine.verdict && <p className="review-quiet">{t('validation.yoursNone')}</p>}
        {mine.note && <p className="review-quiet">{mine.note}</p>}
        <p className="review-quiet">{t('validation.yoursFound', { count })}</p>
        {review.can.judge && count > 0 && (
          <Button size="sm" look="ghost" onPress={() => setCommenting(true)}>
            {t('validation.commentOnly')}
          </Button>
        )}
      </Stack>
      <VerdictDialog
        review={review}
        verdict={isCommenting ? 'comment' : null}
        onClose={() => setCommenting(false)}
      />
    </Card>
  )
}
