import { HandHeart } from 'lucide-react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Row, sayRefusal, toast } from '#ui'
import { getReviewThanks, thankReviewers, unthankReviewers } from '../contract.ts'
import { useText } from './text.ts'

/** Thanks everybody who read a published round, with one press; can be taken back. Of a blind round it does not say whom. */
export function ThankReviewers({ reviewId }: { reviewId: string }) {
  const t = useText()
  const params = { reviewId }
  const topics = ['kudos', 'feed']
  const read = useRead(getReviewThanks, { params }, { topics: ['kudos'] })
  const thank = useWrite(thankReviewers, topics)
  const back = useWrite(unthankReviewers, topics)
  if (!read.data || read.data.reviewers === 0) return null
  const { reviewers, thanked, isPrivate } = read.data
  const takeBack = () =>
    back.mutate({ params }, { onSuccess: () => toast(t('recognition.taken')), onError: sayRefusal })
  const give = () => {
    const onSuccess = () =>
      toast({
        text: t('recognition.reviewers.done', { count: reviewers }),
        tone: 'success',
        undo: takeBack,
      })
    thank.mutate({ params }, { onSuccess, onError: sayRefusal })
  }
  const hint = isPrivate && <small className="ui-muted">{t('recognition.reviewers.private')}</small>
  if (thanked >= reviewers)
    return (
      <Row gap={12}>
        <Button look="ghost" icon={HandHeart} isPending={back.isPending} onPress={takeBack}>
          {t('recognition.reviewers.takeBack')}
        </Button>
        {hint}
      </Row>
    )
  return (
    <Row gap={12}>
      <Button look="soft" icon={HandHeart} isPending={thank.isPending} onPress={give}>
        {t('recognition.reviewers', { count: reviewers })}
      </Button>
      {hint}
    </Row>
  )
}
