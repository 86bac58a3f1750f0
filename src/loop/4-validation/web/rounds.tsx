import type { z } from 'zod'
import type { Desk } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Disclosure, Link, Row, Stack, Time } from '#ui'
import { listCourseReviews } from '../contract.ts'
import { FindingView } from './finding-view.tsx'
import { ReviewerList } from './room-side.tsx'
import { useText } from './text.ts'
import { Withdraw } from './verdict.tsx'
import './review.css'

type Round = z.output<(typeof listCourseReviews)['returns']>['items'][number]

/** Wide enough for this to stand beside what is written. */
const beside = '(min-width: 1181px)'

/** The last round of a course's review: what was found before it stands in its room. */
export const useLastRound = (courseId: string) =>
  useRead(listCourseReviews, { params: { courseId }, query: { limit: 1 } }, { topics: ['reviews'] })

/** Whether it is known if `Rounds` says anything: a page that was drawn before would jump when it does. */
export const useAreRoundsKnown = (courseId: string): boolean => !useLastRound(courseId).isPending

/** For an author: who looks at the course now, and what the last round found. Nothing before the first request. */
export function Rounds({ courseId, desk }: { courseId: string; desk: Desk }) {
  const t = useText()
  const [last] = useLastRound(courseId).data?.items ?? []
  if (!last) return null
  const open = last.findings.filter(({ resolution }) => resolution === null).length
  const title = open > 0 ? t('validation.findingsOpen', { count: open }) : t('validation.findingsTitle')
  return (
    <div className="review-rounds">
      <Disclosure title={title} isOpenAtFirst={open > 0 && matchMedia(beside).matches}>
        <RoundView round={last} desk={desk} />
      </Disclosure>
    </div>
  )
}

/** One round: how it stands or ended, who was asked, what they say, and what they found. */
export function RoundView({ round, desk }: { round: Round; desk?: Desk | undefined }) {
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
      <ReviewerList reviewers={reviewers} />
      {findings.map((finding) => (
        <FindingView
          key={finding.id}
          finding={finding}
          courseId={round.courseId}
          desk={desk}
          onShow={leadTo(finding, desk)}
        />
      ))}
      <Link href={linkTo(paths.review, { reviewId: id })}>{t('validation.toRoom')}</Link>
    </Stack>
  )
}

/** In the editor, to the passage that a finding is about. */
const leadTo = ({ stepId, blockId }: Round['findings'][number], desk: Desk | undefined) =>
  desk && stepId !== null ? () => desk.goTo(stepId, blockId) : undefined
