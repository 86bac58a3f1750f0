import { Check, PencilLine, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, sayRefusal, toast } from '#ui'
import { declineReview, type Review, withdrawReview } from '../contract.ts'
import { useText } from './text.ts'
import { type Verdict, VerdictDialog } from './verdict-dialog.tsx'

const topics = ['reviews', 'my-courses']

/** What one may do with a review: judge it or say no, or, for who asked, take the request back. */
export function Verdicts({ review }: { review: Review }) {
  const t = useText()
  const [asked, setAsked] = useState<Verdict | null>(null)
  const close = () => setAsked(null)
  if (review.can.withdraw) return <Withdraw reviewId={review.id} />
  // An open window stays until it has said what its verdict did, though the page hears of it first.
  if (!review.can.judge && asked === null) return null
  return (
    <>
      <Decline review={review} />
      <Button icon={PencilLine} onPress={() => setAsked('changes')}>
        {t('validation.request')}
      </Button>
      <Button look="primary" icon={Check} onPress={() => setAsked('approve')}>
        {t('validation.approve')}
      </Button>
      <VerdictDialog review={review} verdict={asked} onClose={close} />
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

/** Says no with one click: somebody else is asked. Whoever thinks better of it may still judge while it waits. */
function Decline({ review }: { review: Review }) {
  const t = useText()
  const navigate = useNavigate()
  const decline = useWrite(declineReview, topics)
  const me = useSession().member.id
  const mine = review.reviewers.find(({ member }) => member.id === me)
  if (mine?.place === null) return null
  const send = () =>
    decline.mutate(
      { params: { reviewId: review.id } },
      {
        onSuccess: () => {
          toast(t('validation.declined', { name: review.author.name }))
          void navigate(paths.reviews)
        },
        onError: sayRefusal,
      },
    )
  return (
    <Button look="line" isPending={decline.isPending} onPress={send}>
      {t('validation.decline')}
    </Button>
  )
}
