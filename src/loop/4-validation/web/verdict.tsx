import { Check, PencilLine, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, ConfirmDialog, sayRefusal, toast } from '#ui'
import { declineReview, type Review, withdrawReview } from '../contract.ts'
import { useText } from './text.ts'
import { type Verdict, VerdictDialog } from './verdict-dialog.tsx'

const topics = ['reviews', 'my-courses']

/** What one may do with a review: judge it or say no, or, for who asked, take the request back. */
export function Verdicts({ review }: { review: Review }) {
  const t = useText()
  const [asked, setAsked] = useState<Verdict | 'decline' | null>(null)
  const close = () => setAsked(null)
  if (review.can.withdraw) return <Withdraw reviewId={review.id} />
  // An open window stays until it has said what its verdict did, though the page hears of it first.
  if (!review.can.judge && asked === null) return null
  return (
    <>
      <Button look="line" onPress={() => setAsked('decline')}>
        {t('validation.decline')}
      </Button>
      <Button icon={PencilLine} onPress={() => setAsked('changes')}>
        {t('validation.request')}
      </Button>
      <Button look="primary" icon={Check} onPress={() => setAsked('approve')}>
        {t('validation.approve')}
      </Button>
      <Decline review={review} isOpen={asked === 'decline'} onClose={close} />
      <VerdictDialog review={review} verdict={asked === 'decline' ? null : asked} onClose={close} />
    </>
  )
}

/** For the author: nobody is asked any more. */
export function Withdraw({ reviewId }: { reviewId: string }) {
  const t = useText()
  const withdraw = useWrite(withdrawReview, topics)
  const takeBack = () =>
    withdraw.mutate(
      { params: { reviewId } },
      {
        onSuccess: () => void toast(t('validation.withdrawDone')),
        onError: sayRefusal,
      },
    )
  return (
    <Button size="sm" icon={Undo2} isPending={withdraw.isPending} onPress={takeBack}>
      {t('validation.withdraw')}
    </Button>
  )
}

interface DeclineProps {
  review: Review
  isOpen: boolean
  onClose: () => void
}

function Decline({ review, isOpen, onClose }: DeclineProps) {
  const t = useText()
  const navigate = useNavigate()
  const decline = useWrite(declineReview, topics)
  const { name } = review.author
  const onSuccess = () => {
    onClose()
    toast(t('validation.declined', { name }))
    void navigate(paths.reviews)
  }
  return (
    <ConfirmDialog
      title={t('validation.declineSend')}
      action={t('validation.declineSend')}
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => isStillOpen || onClose()}
      isPending={decline.isPending}
      onConfirm={() => decline.mutate({ params: { reviewId: review.id } }, { onSuccess })}
    >
      <p>{decline.error?.message ?? t('validation.declineText', { name })}</p>
    </ConfirmDialog>
  )
}
