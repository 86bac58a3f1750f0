import { ClipboardCheck } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Button, Chip, EmptyState, ErrorState, List, ListRow, Page, SkeletonRows, Time } from '#ui'
import { listWaitingReviews } from '../contract.ts'
import { useText } from './text.ts'

/** The reviews that wait for me, longest waiting first. */
export function Component() {
  const t = useText()
  const list = useList(listWaitingReviews, {}, { topics: ['reviews'] })
  return (
    <Page title={t('validation.reviews')} lead={t('validation.reviewsLead')} width="middle">
      {list.isPending && <SkeletonRows />}
      {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.problem.detail}</ErrorState>}
      {!list.isPending && list.items.length === 0 && (
        <EmptyState title={t('validation.none')}>{t('validation.noneText')}</EmptyState>
      )}
      <List>
        {list.items.map(({ id, title, author, askedAt, minutes, round }) => (
          <ListRow
            key={id}
            before={<ClipboardCheck size={20} aria-hidden="true" />}
            title={title}
            text={
              <>
                {t.rich('validation.asked', { author: author.name, time: <Time at={askedAt} /> })},{' '}
                {t('validation.minutes', { minutes })}
              </>
            }
            after={round > 1 && <Chip>{t('validation.round', { round })}</Chip>}
            href={linkTo(paths.review, { reviewId: id })}
          />
        ))}
      </List>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('validation.more')}
        </Button>
      )}
    </Page>
  )
}
