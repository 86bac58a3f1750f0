import { Check, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Avatar, Button, Callout, Card, Chip, List, ListRow, Stack, TextArea, toast } from '#ui'
import { declineReview, giveVerdict, type Review } from '../contract.ts'
import { useText } from './text.ts'

type Verdict = 'approve' | 'changes' | 'comment'

/** The side of the room: one's own verdict, and what the others said. */
export function Verdicts({ review }: { review: Review }) {
  const t = useText()
  return (
    <aside className="validation-verdicts">
      {review.can.judge && <Judge review={review} />}
      {review.outcome && (
        <Callout>{t('validation.closed', { outcome: t(`validation.outcome.${review.outcome}`) })}</Callout>
      )}
      <Card title={t('validation.verdicts')}>
        <List>
          {review.reviewers.map(({ member, verdict, note, declined }) => (
            <ListRow
              key={member.id}
              before={<Avatar id={member.id} name={member.name} size="sm" />}
              title={member.name}
              text={note}
              after={
                <Chip tone={verdict === 'approve' ? 'success' : 'neutral'}>
                  {t(`validation.state.${declined ? 'declined' : (verdict ?? 'none')}`)}
                </Chip>
              }
            />
          ))}
        </List>
      </Card>
    </aside>
  )
}

function Judge({ review }: { review: Review }) {
  const t = useText()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const give = useWrite(giveVerdict, ['reviews', 'courses', 'feed'])
  const decline = useWrite(declineReview, ['reviews'])
  const params = { reviewId: review.id }
  const judge = (verdict: Verdict) => {
    const onSuccess = () => {
      toast({ text: t(`validation.given.${verdict}`), tone: 'success' })
      void navigate(paths.reviews)
    }
    give.mutate({ params, body: { verdict, note } }, { onSuccess })
  }
  const sayNo = () => {
    const onSuccess = () => {
      toast(t('validation.declined'))
      void navigate(paths.reviews)
    }
    decline.mutate({ params }, { onSuccess })
  }
  const code = give.error?.problem.faults?.[0]?.code
  const problem = code === 'review.say-what' ? t('validation.sayWhat') : give.error?.problem.detail
  return (
    <Card title={t('validation.judge')}>
      <Stack gap={12}>
        {problem && (
          <Callout tone="danger" isAlert>
            {problem}
          </Callout>
        )}
        <TextArea
          label={t('validation.verdictNote')}
          isOptional
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
        <Button look="primary" icon={Check} isPending={give.isPending} onPress={() => judge('approve')}>
          {t('validation.verdict.approve')}
        </Button>
        <Button look="soft" icon={PencilLine} isPending={give.isPending} onPress={() => judge('changes')}>
          {t('validation.verdict.changes')}
        </Button>
        <Button look="ghost" isPending={give.isPending} onPress={() => judge('comment')}>
          {t('validation.verdict.comment')}
        </Button>
        <Button look="ghost" isPending={decline.isPending} onPress={sayNo}>
          {t('validation.decline')}
        </Button>
      </Stack>
    </Card>
  )
}
