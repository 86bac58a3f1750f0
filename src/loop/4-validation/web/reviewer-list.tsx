import { Avatar, Chip, List, useDate } from '#ui'
import type { Review } from '../contract.ts'
import { useNameOf } from './names.ts'
import { useText } from './text.ts'
import './reviewers.css'

type Reviewer = Review['reviewers'][number]
/** Somebody who was asked; what they wrote is told to some only. */
type Turn = Omit<Reviewer, 'note'> & { note?: string }

const tones = { approve: 'success', changes: 'warm', comment: 'info' } as const

/** What someone who was asked says so far. */
export function VerdictChip({ reviewer }: { reviewer: Turn }) {
  const t = useText()
  const { verdict, ended } = reviewer
  if (ended) return <Chip>{t(`validation.ended.${ended}`)}</Chip>
  if (!verdict) return <Chip>{t('validation.verdict.reading')}</Chip>
  return <Chip tone={tones[verdict]}>{t(`validation.verdict.${verdict}`)}</Chip>
}

/** The people asked, each with their verdict and their word; whoever reads, until when it is their turn. */
export function ReviewerList({ reviewers, label }: { reviewers: readonly Turn[]; label?: string }) {
  const nameOf = useNameOf()
  return (
    <List className="review-people" label={label}>
      {reviewers.map((reviewer) => (
        <li key={reviewer.member.id}>
          <Avatar id={reviewer.member.id} name={nameOf(reviewer.member)} size="sm" />
          <span>{nameOf(reviewer.member)}</span>
          <VerdictChip reviewer={reviewer} />
          <Until reviewer={reviewer} />
          {reviewer.note && <p>{reviewer.note}</p>}
        </li>
      ))}
    </List>
  )
}

/** Until when it is somebody's turn, what they read before, and why they were asked where the policy gave way. */
function Until({ reviewer: { dueAt, place, gaveWay } }: { reviewer: Turn }) {
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
