import { Target } from 'lucide-react'
import type { z } from 'zod'
import { linkTo, paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import {
  Avatar,
  Card,
  Chip,
  EmptyState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  ShowMore,
  Time,
  useDate,
  useRowKeys,
} from '#ui'
import { listWaitingReviews, type waitingReview } from '../contract.ts'
import { useText } from './text.ts'
import './review.css'

/** The reviews that wait for me, longest waiting first. */
export function Component() {
  const t = useText()
  const list = useList(listWaitingReviews, {}, { topics: ['reviews'] })
  const mayReview = holdsRole(useSession(), 'reviewer', 'leader', 'manager')
  const isEmpty = !list.isPending && !list.error && list.items.length === 0
  return (
    <Page
      title={t('validation.reviews')}
      lead={t('validation.reviewsLead')}
      width="middle"
      actions={
        mayReview && (
          <LinkButton href={paths.practice} look="line" icon={Target}>
            {t('validation.practice')}
          </LinkButton>
        )
      }
    >
      <ListStatus list={list} />
      {isEmpty && (
        <EmptyState
          title={t('validation.none')}
          action={<LinkButton href={paths.create}>{t('validation.toCreate')}</LinkButton>}
        >
          {t('validation.noneText')}
        </EmptyState>
      )}
      {list.items.length > 0 && <Waiting items={list.items} />}
      <ShowMore list={list} />
    </Page>
  )
}

interface WaitingProps {
  items: z.output<typeof waitingReview>[]
}

/** The courses to read; J and K walk through them. */
function Waiting({ items }: WaitingProps) {
  const t = useText()
  const day = useDate('weekday')
  const words = { next: t('validation.nextReview'), previous: t('validation.previousReview') }
  const rows = useRowKeys<HTMLDivElement>({ ...words, group: t('validation.keys') })
  return (
    <div ref={rows}>
      <Card isFlush>
        <List label={t('validation.reviews')}>
          {items.map(({ id, title, author, askedAt, minutes, round, note, dueAt }) => (
            <ListRow
              key={id}
              isAfterBelow
              before={<Avatar id={author.id} name={author.name} />}
              title={title}
              text={
                <>
                  {t.rich('validation.waits', { author: author.name, time: <Time at={askedAt} isSaid /> })}
                  {note && <span className="review-word">{note}</span>}
                </>
              }
              after={
                <>
                  {round > 1 && <Chip tone="gold">{t('validation.round', { round })}</Chip>}
                  {dueAt && <Chip>{t('validation.turnUntil', { day: day(dueAt) })}</Chip>}
                  <Chip>{t('validation.minutes', { minutes })}</Chip>
                </>
              }
              href={linkTo(paths.review, { reviewId: id })}
            />
          ))}
        </List>
      </Card>
    </div>
  )
}
