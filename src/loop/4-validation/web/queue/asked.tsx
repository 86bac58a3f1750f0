import { Avatar, Chip, Time } from '#ui'
import type { WaitingRound } from '../../queue.contract.ts'
import { useText } from '../text.ts'

type Reviewer = WaitingRound['reviewers'][number]

/** Who was asked, each with how far they are. A blind review tells no names: they are numbered. */
export function Asked({ round: { reviewers, title } }: { round: WaitingRound }) {
  const t = useText()
  if (reviewers.length === 0) return <p className="queue-quiet">{t('validation.queue.nobody')}</p>
  return (
    // A list without bullets is still read as a list only when it says so (Safari).
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul className="queue-asked" role="list" aria-label={t('validation.queue.whoFor', { title })}>
      {reviewers.map((reviewer, index) => (
        <OneAsked key={reviewer.member.id} reviewer={reviewer} number={index + 1} />
      ))}
    </ul>
  )
}

const tones = { approve: 'success', changes: 'warm', comment: 'info' } as const

function OneAsked({ reviewer, number }: { reviewer: Reviewer; number: number }) {
  const t = useText()
  const { member, verdict, ended, dueAt, gaveWay } = reviewer
  const name = member.name || t('validation.queue.aReviewer', { number })
  const state = verdict ?? (ended ? (`ended.${ended}` as const) : 'reading')
  return (
    <li>
      <Avatar id={member.id} name={name} size="sm" />
      <span className="queue-name">
        {name}
        {dueAt && (
          <small>
            {t.rich('validation.queue.turnUntil', { time: <Time key="time" at={dueAt} isSaid /> })}
          </small>
        )}
        {gaveWay && <small>{t(`validation.queue.gave.${gaveWay}`)}</small>}
      </span>
      <Chip tone={verdict ? tones[verdict] : 'neutral'}>{t(`validation.queue.state.${state}`)}</Chip>
    </li>
  )
}
