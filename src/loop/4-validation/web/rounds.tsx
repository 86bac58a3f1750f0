import { UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Desk } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Disclosure, Link, Row, Stack, sayRefusal, Time, toast, useDate } from '#ui'
import { listCourseReviews } from '../contract.ts'
import { askForOpinion } from '../queue.contract.ts'
import { Judged } from './criteria/judged.tsx'
import { FindingView } from './finding-view.tsx'
import { ReviewerList } from './reviewer-list.tsx'
import { useText } from './text.ts'
import { Withdraw } from './verdict.tsx'
import './review.css'

type Round = z.output<(typeof listCourseReviews)['returns']>['items'][number]

interface ThanksFor {
  /** The way to thank those who read a published round: thanks are a later stage. */
  thanksFor?: ((reviewId: string) => ReactNode) | undefined
}

/** Wide enough for this to stand beside what is written. */
const beside = '(min-width: 1181px)'

/** The last round of a course's review: what was found before it stands in its room. */
export const useLastRound = (courseId: string) =>
  useRead(listCourseReviews, { params: { courseId }, query: { limit: 1 } }, { topics: ['reviews'] })

/** Whether it is known if `Rounds` says anything: a page that was drawn before would jump when it does. */
export const useAreRoundsKnown = (courseId: string): boolean => !useLastRound(courseId).isPending

/** For an author: who looks at the course now, and what the last round found. Nothing before the first request. */
export function Rounds({ courseId, desk, thanksFor }: { courseId: string; desk: Desk } & ThanksFor) {
  const t = useText()
  const [last] = useLastRound(courseId).data?.items ?? []
  if (!last) return null
  const open = last.findings.filter(({ resolution }) => resolution === null).length
  const title = open > 0 ? t('validation.findingsOpen', { count: open }) : t('validation.findingsTitle')
  return (
    <div className="review-rounds">
      <Disclosure title={title} isOpenAtFirst={open > 0 && matchMedia(beside).matches}>
        <RoundView round={last} desk={desk} thanksFor={thanksFor} />
      </Disclosure>
    </div>
  )
}

/** One round: how it stands or ended, who was asked, what they say, and what they found. */
export function RoundView({ round, desk, thanksFor }: { round: Round; desk?: Desk | undefined } & ThanksFor) {
  const t = useText()
  const { id, outcome, askedAt, reviewers, findings, can } = round
  return (
    <Stack gap={16}>
      {outcome && (
        <Callout
          tone={outcome === 'approved' ? 'success' : 'note'}
          title={t(`validation.closed.${outcome}`)}
        />
      )}
      <Row justify="between">
        <span className="ui-muted">
          {t.rich('validation.underSince', { time: <Time at={askedAt} isSaid />, round: round.round })}
        </span>
        {can.withdraw && <Withdraw reviewId={id} />}
      </Row>
      <Queue round={round} />
      <ReviewerList reviewers={reviewers} />
      {round.judgements.length > 0 && <Judged round={round} />}
      {can.ask && !round.isStranded && <AskForOpinion round={round} />}
      {outcome === 'approved' && thanksFor?.(id)}
      {findings.map((finding) => (
        <FindingView
          key={finding.id}
          finding={finding}
          courseId={round.courseId}
          desk={desk}
          onShow={leadTo(finding, desk)}
        />
      ))}
      <Link href={linkTo(paths.review, { reviewId: id })}>
        {t(findings.length > 0 ? 'validation.toRoom' : 'validation.toVersion')}
      </Link>
    </Stack>
  )
}

/** When a decision is to be expected, how many approvals there are, and what is done where nobody is left. */
function Queue({ round }: { round: Round }) {
  const t = useText()
  const day = useDate('weekday')
  const { outcome, expectedAt, dueAt, isStranded, isBlind, reviewers, approvalsNeeded } = round
  if (outcome) return null
  if (isStranded) return <Callout title={t('validation.stranded')}>{t('validation.strandedText')}</Callout>
  const given = reviewers.filter(({ verdict }) => verdict === 'approve').length
  return (
    <p className="review-quiet">
      {t('validation.needs', { given, needed: approvalsNeeded })}{' '}
      {expectedAt && dueAt && t('validation.expected', { day: day(expectedAt), last: day(dueAt) })}{' '}
      {isBlind && t('validation.blind')}
    </p>
  )
}

/** For an author who is not sure, or does not agree: one more peer reads the same version. */
function AskForOpinion({ round }: { round: Round }) {
  const t = useText()
  const ask = useWrite(askForOpinion, ['reviews', 'my-courses'])
  const send = () =>
    ask.mutate(
      { params: { reviewId: round.id } },
      { onSuccess: () => void toast(t('validation.opinionAsked')), onError: sayRefusal },
    )
  return (
    <Row gap={12}>
      <Button size="sm" icon={UserRoundPlus} isPending={ask.isPending} onPress={send}>
        {t('validation.opinion')}
      </Button>
      <small className="ui-muted">
        {t(round.outcome ? 'validation.opinionOnChanges' : 'validation.opinionText')}
      </small>
    </Row>
  )
}

/** In the editor, to the passage that a finding is about. */
const leadTo = ({ stepId, blockId }: Round['findings'][number], desk: Desk | undefined) =>
  desk && stepId !== null ? () => desk.goTo(stepId, blockId) : undefined
