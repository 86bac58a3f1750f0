import { MemberList } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { Dialog } from '#ui'
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
      <MemberList label={t('campaigns.results.people')} list={list} nobody={t('campaigns.results.nobody')} />
    </Dialog>
  )
}
