import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { Button, Card, Stack } from '#ui'
import type { Review } from '../contract.ts'
import { Rubric } from './criteria/rubric.tsx'
import { Drafts } from './drafts.tsx'
import { ReviewerList, VerdictChip } from './reviewer-list.tsx'
import { useText } from './text.ts'
import { VerdictDialog } from './verdict-dialog.tsx'

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
      <Rubric review={review} />
      <Drafts review={review} />
      <Card title={t(titleOf(mine !== undefined, others.length))}>
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

const titleOf = (isMine: boolean, others: number) =>
  !isMine ? 'validation.reviewers' : others > 0 ? 'validation.also' : 'validation.approvals'

function Mine({ review, mine }: { review: Review; mine: Review['reviewers'][number] }) {
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
