import { Clock } from 'lucide-react'
import { useParams, useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Avatar,
  Callout,
  Chip,
  ErrorState,
  LinkButton,
  NotFoundState,
  Page,
  Row,
  Skeleton,
  SkeletonText,
  Time,
} from '#ui'
import { getReview, type Review } from '../contract.ts'
import { stepFigures } from './places.ts'
import { Reader } from './reader.tsx'
import { RoomSide } from './room-side.tsx'
import { StepList } from './step-list.tsx'
import { useText } from './text.ts'
import { Verdicts } from './verdict.tsx'
import './review.css'

/** The review room: the version under review, read as a learner would, with findings where they belong. */
export function Component() {
  const t = useText()
  const { reviewId = '' } = useParams()
  const read = useRead(getReview, { params: { reviewId } }, { topics: ['reviews'] })
  if (read.isPending) return <Waiting />
  if (read.error?.problem.status === 404) {
    const action = <LinkButton href={paths.reviews}>{t('validation.toReviews')}</LinkButton>
    return <NotFoundState action={action}>{t('validation.notFound')}</NotFoundState>
  }
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <Room review={read.data} />
}

function Waiting() {
  const t = useText()
  return (
    <Page title={t('validation.reviews')} isTitleHidden>
      <Skeleton width="24rem" height="2.25rem" />
      <div className="review-room">
        <SkeletonText lines={5} />
        <div className="review-doc">
          <SkeletonText lines={9} />
        </div>
        <SkeletonText lines={4} />
      </div>
    </Page>
  )
}

function Room({ review }: { review: Review }) {
  const t = useText()
  const [search] = useSearchParams()
  const wanted = search.get('step')
  const isOnlyChanged = review.round > 1 && search.get('show') === 'changed'
  const hrefOf = (id: string) =>
    linkTo(
      paths.review,
      { reviewId: review.id },
      { query: { step: id, ...(isOnlyChanged && { show: 'changed' }) } },
    )
  const step = review.document.content.find(({ attrs }) => attrs.id === wanted) ?? review.document.content[0]
  return (
    <Page
      title={review.title}
      breadcrumbs={[
        { label: t('validation.reviews'), href: paths.reviews },
        { label: t('validation.round', { round: review.round }) },
      ]}
      lead={<About review={review} />}
      actions={<Verdicts review={review} />}
    >
      {review.outcome && (
        <Callout
          tone={review.outcome === 'approved' ? 'success' : 'note'}
          title={t(`validation.closed.${review.outcome}`)}
        />
      )}
      {review.isStranded && (
        <Callout title={t('validation.stranded')}>{t('validation.strandedText')}</Callout>
      )}
      {review.note && (
        <Callout title={t('validation.said', { name: review.author.name })}>{review.note}</Callout>
      )}
      <div className="review-room">
        <StepList
          review={review}
          steps={stepFigures(review)}
          current={step?.attrs.id ?? ''}
          hrefOf={hrefOf}
        />
        {step && (
          <Reader
            key={step.attrs.id}
            review={review}
            step={step}
            isOnlyChanged={isOnlyChanged}
            hrefOf={hrefOf}
          />
        )}
        <RoomSide review={review} />
      </div>
    </Page>
  )
}

/** Whose course it is, since when they wait, how long it takes, and what it promises. */
function About({ review }: { review: Review }) {
  const t = useText()
  const { author, minutes, askedAt, objective } = review
  return (
    <>
      <Row gap={8}>
        <Avatar id={author.id} name={author.name} size="sm" />
        <Chip tone="gold" icon={Clock}>
          <span>
            {t.rich('validation.waits', { author: author.name, time: <Time at={askedAt} isSaid /> })}
          </span>
        </Chip>
        <Chip>{t('validation.minutes', { minutes })}</Chip>
      </Row>
      {objective && <p className="review-objective">{objective}</p>}
    </>
  )
}
