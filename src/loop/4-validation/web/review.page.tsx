import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Question } from '#course/document/schema.ts'
import { Blocks } from '#course/web/index.tsx'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Callout, Card, Chip, ErrorState, IconButton, NotFoundState, Page, SkeletonText } from '#ui'
import { getReview, type Review, removeFinding } from '../contract.ts'
import { FindingForm } from './finding-form.tsx'
import { FindingView } from './rounds.tsx'
import { useText } from './text.ts'
import { Verdicts } from './verdict.tsx'
import './review.css'

/** The review room: the version under review, read as a learner would, with findings where they belong. */
export function Component() {
  const t = useText()
  const { reviewId = '' } = useParams()
  const read = useRead(getReview, { params: { reviewId } }, { topics: ['reviews'] })
  if (read.isPending) return <SkeletonText lines={8} />
  if (read.error?.problem.status === 404) return <NotFoundState>{t('validation.notFound')}</NotFoundState>
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  const review = read.data
  return (
    <Page
      title={review.title}
      breadcrumbs={[
        { label: t('validation.reviews'), href: paths.reviews },
        { label: t('validation.round', { round: review.round }) },
      ]}
      lead={review.objective}
    >
      {review.note && <Callout>{t('validation.noteFrom', { note: review.note })}</Callout>}
      <div className="validation-room">
        <Outline review={review} />
        <div className="validation-read">
          {review.document.content.map((step) => (
            <section key={step.attrs.id} id={`step-${step.attrs.id}`}>
              <h2>{step.attrs.title}</h2>
              <Blocks
                blocks={step.content}
                stepHref={(id) => `#step-${id}`}
                after={(blockId) => <Beside review={review} blockId={blockId} />}
                renderQuestion={(question) => <QuestionReview question={question as Question} />}
              />
            </section>
          ))}
        </div>
        <Verdicts review={review} />
      </div>
    </Page>
  )
}

function Outline({ review }: { review: Review }) {
  const t = useText()
  return (
    <nav aria-label={t('validation.steps')} className="validation-outline">
      <Card title={t('validation.steps')}>
        <ol>
          {review.document.content.map((step) => {
            const ids = JSON.stringify(step)
            const count = review.findings.filter(
              ({ blockId, round }) => round === review.round && ids.includes(blockId),
            ).length
            return (
              <li key={step.attrs.id}>
                <a href={`#step-${step.attrs.id}`}>{step.attrs.title}</a>{' '}
                {count > 0 && <Chip tone="warm">{t('validation.stepFindings', { count })}</Chip>}
              </li>
            )
          })}
        </ol>
      </Card>
    </nav>
  )
}

/** What follows a block: whether it changed, what was found, and the way to say something. */
function Beside({ review, blockId }: { review: Review; blockId: string }) {
  const t = useText()
  const [isWriting, setWriting] = useState(false)
  const remove = useWrite(removeFinding, ['reviews'])
  const found = review.findings.filter((finding) => finding.blockId === blockId)
  const quote = () =>
    (document.querySelector(`[data-block="${blockId}"]`)?.textContent ?? '').trim().slice(0, 160)
  return (
    <div className="validation-beside">
      {review.changedSinceLastRound.includes(blockId) && <Chip tone="gold">{t('validation.changed')}</Chip>}
      {review.can.judge && !isWriting && (
        <IconButton
          icon={MessageSquarePlus}
          size="sm"
          look="ghost"
          label={t('validation.comment')}
          onPress={() => setWriting(true)}
        />
      )}
      {found.map((finding) => (
        <FindingView
          key={finding.id}
          finding={finding}
          onRemove={() => remove.mutate({ params: { findingId: finding.id } })}
        />
      ))}
      {isWriting && (
        <FindingForm
          reviewId={review.id}
          blockId={blockId}
          quote={quote()}
          onDone={() => setWriting(false)}
        />
      )}
    </div>
  )
}

/** A question as its reviewer sees it: with what is right, and the feedback. */
function QuestionReview({ question }: { question: Question }) {
  const t = useText()
  return (
    <Card tone="sunken">
      <small className="ui-muted">{t('validation.question')}</small>
      <p className="validation-prompt">{question.prompt}</p>
      <ul>
        {'options' in question &&
          question.options.map(({ id, text, correct }) => (
            <li key={id}>{correct ? <strong>{text} ✓</strong> : text}</li>
          ))}
        {'items' in question && question.items.map(({ id, text }) => <li key={id}>{text}</li>)}
        {'accepted' in question && question.accepted.map((text) => <li key={text}>{text}</li>)}
        {question.kind === 'numeric' && (
          <li>{`${question.value} ± ${question.tolerance} ${question.unit}`}</li>
        )}
        {question.kind === 'truefalse' && <li>{String(question.answer)}</li>}
      </ul>
    </Card>
  )
}
