import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Dialog, EmptyState, ErrorState, List, ListRow, ShowMore, SkeletonRows, Stack } from '#ui'
import { type groupsOfPeople, listCampaignPeople } from '../../report.contract.ts'
import { useText } from '../text.ts'

export type Who = (typeof groupsOfPeople)[number]
export type Show = (who: Who, step?: string) => void

interface PeopleDialogProps {
  campaignId: string
  who: Who
  step: string | undefined
  onClose: () => void
}

/** The people behind a figure. */
export function PeopleDialog({ campaignId, who, step, onClose }: PeopleDialogProps) {
  const t = useText()
  const query = { who, ...(step && { step }) }
  const list = useList(listCampaignPeople, { params: { campaignId }, query }, { topics: ['campaigns'] })
  const figure = t(
    who === 'interested' || who === 'later' ? `campaigns.results.${who}` : 'campaigns.results.reached',
  )
  return (
    <Dialog title={t('campaigns.results.peopleOf', { figure })} isOpen onOpenChange={onClose}>
      <Stack gap={12}>
        {list.isPending && <SkeletonRows />}
        {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>}
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState title={t('campaigns.results.nobody')} isSmall />
        )}
        <List label={t('campaigns.results.people')}>
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
