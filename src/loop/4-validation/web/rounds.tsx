import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Card, Chip, Stack, Time, toast, useList } from '#ui'
import { type Finding, listCourseReviews, resolveFinding, withdrawReview } from '../contract.ts'
import { useText } from './text.ts'
import './review.css'

/** For an author: who looks at the course now, and what the last round found. Nothing before the first request. */
export function Rounds({ courseId }: { courseId: string }) {
  const t = useText()
  const names = useList()
  const read = useRead(listCourseReviews, { params: { courseId } }, { topics: ['reviews'] })
  const withdraw = useWrite(withdrawReview, ['reviews'])
  const [last] = read.data?.items ?? []
  if (!last) return null
  const takeBack = () =>
    withdraw.mutate(
      { params: { reviewId: last.id } },
      { onSuccess: () => void toast(t('validation.withdrawn')) },
    )
  const asked = names(last.reviewers.filter(({ declined }) => !declined).map(({ member }) => member.name))
  return (
    <Stack gap={12}>
      {last.outcome ? (
        <Callout tone={last.outcome === 'approved' ? 'success' : 'note'}>
          {t('validation.last', { round: last.round, outcome: t(`validation.outcome.${last.outcome}`) })}
        </Callout>
      ) : (
        <Callout
          action={
            <Button size="sm" isPending={withdraw.isPending} onPress={takeBack}>
              {t('validation.withdraw')}
            </Button>
          }
        >
          {t.rich('validation.under', { names: asked, time: <Time at={last.askedAt} /> })}
        </Callout>
      )}
      {last.reviewers.map(
        ({ member, note }) =>
          note && (
            <p key={member.id}>
              <strong>{member.name}</strong>: {note}
            </p>
          ),
      )}
      {last.findings.length > 0 && (
        <Card title={t('validation.findings')}>
          <Stack gap={12}>
            {last.findings.map((finding) => (
              <FindingView key={finding.id} finding={finding} />
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

const tones = { must: 'danger', should: 'warm', note: 'neutral' } as const

/** One finding: how much it matters, what it says, and what its reader may do with it. */
export function FindingView({ finding, onRemove }: { finding: Finding; onRemove?: () => void }) {
  const t = useText()
  const resolve = useWrite(resolveFinding, ['reviews'])
  const params = { findingId: finding.id }
  const { author, severity, body, suggestion, quote, resolution, can } = finding
  return (
    <article className="validation-finding" data-severity={severity}>
      <header>
        <strong>{author.name}</strong>
        <Chip tone={tones[severity]}>{t(`validation.severity.${severity}`)}</Chip>
        {resolution && <Chip tone="success">{t(`validation.${resolution}`)}</Chip>}
      </header>
      {quote && <blockquote>{quote}</blockquote>}
      <p>{body}</p>
      {suggestion && (
        <div className="validation-suggestion">
          <small className="ui-muted">{t('validation.suggested')}</small>
          <p>{suggestion}</p>
        </div>
      )}
      <footer>
        {can.resolve && (
          <>
            <Button
              size="sm"
              isPending={resolve.isPending}
              onPress={() => resolve.mutate({ params, body: { resolution: 'accepted' } })}
            >
              {t('validation.accept')}
            </Button>
            <Button
              size="sm"
              look="ghost"
              isPending={resolve.isPending}
              onPress={() => resolve.mutate({ params, body: { resolution: 'dismissed' } })}
            >
              {t('validation.dismiss')}
            </Button>
          </>
        )}
        {can.remove && onRemove && (
          <Button size="sm" look="ghost" onPress={onRemove}>
            {t('validation.remove')}
          </Button>
        )}
      </footer>
    </article>
  )
}
