import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Dialog, EmptyState, ErrorState, List, ListRow, ShowMore, SkeletonRows, Stack } from '#ui'
import { listFunnelPeople } from '../contract.ts'
import type { Named } from './bars.tsx'
import { useText } from './text.ts'
import type { FunnelQuery } from './use-asked.ts'

interface PeopleDialogProps {
  stage: Named
  query: FunnelQuery
  onClose: () => void
}

/** The people who came to a stage. */
export function PeopleDialog({ stage, query, onClose }: PeopleDialogProps) {
  const t = useText()
  const list = useList(listFunnelPeople, { query: { ...query, stage } }, { topics: ['funnel'] })
  const title = t('funnel.who', { stage: t(`funnel.stage.${stage}`) })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Stack gap={12}>
        {list.isPending && <SkeletonRows />}
        {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>}
        {list.isSuccess && list.items.length === 0 && <EmptyState title={t('funnel.nobody')} isSmall />}
        <List label={title}>
          {list.items.map(({ id, name, title }) => (
            <ListRow
              key={id}
              before={<Avatar id={id} name={name} size="sm" />}
              title={name}
              text={title}
              href={linkTo(paths.member, { memberId: id })}
            />
          ))}
        </List>
        <ShowMore list={list} />
      </Stack>
    </Dialog>
  )
}
