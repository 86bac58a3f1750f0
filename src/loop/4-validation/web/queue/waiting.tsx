import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Card, EmptyState, LinkButton, List, ListStatus, ShowMore, Stack } from '#ui'
import { listReviewQueue } from '../../queue.contract.ts'
import { useText } from '../text.ts'
import { RoundRow } from './round-row.tsx'

/** The rounds that wait, longest waiting first. */
export function Waiting({ groupId }: { groupId: string }) {
  const t = useText()
  const list = useList(listReviewQueue, { params: { groupId } }, { topics: ['reviews'] })
  return (
    <Card title={t('validation.queue.list')}>
      <ListStatus list={list} rows={4} hasFace={false} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState
          title={t('validation.queue.none')}
          isSmall
          action={
            <LinkButton href={linkTo(paths.policies, {}, { query: { group: groupId } })}>
              {t('validation.queue.toPolicies')}
            </LinkButton>
          }
        >
          {t('validation.queue.noneText')}
        </EmptyState>
      )}
      <Stack gap={16}>
        {list.items.length > 0 && (
          <List className="queue-rounds" label={t('validation.queue.list')}>
            {list.items.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          </List>
        )}
        <ShowMore list={list} />
      </Stack>
    </Card>
  )
}
