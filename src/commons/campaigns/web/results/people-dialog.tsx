import { MemberDialog } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { type groupsOfPeople, listCampaignPeople } from '../../report.contract.ts'
import { useText } from '../text.ts'

export interface Whom {
  who: (typeof groupsOfPeople)[number]
  step?: string
  variant?: string
}
export type Show = (whom: Whom) => void

interface PeopleDialogProps extends Whom {
  campaignId: string
  onClose: () => void
}

/** The people behind a figure. */
export function PeopleDialog({ campaignId, onClose, ...query }: PeopleDialogProps) {
  const t = useText()
  const list = useList(listCampaignPeople, { params: { campaignId }, query }, { topics: ['campaigns'] })
  const figure = t(`campaigns.results.${query.who}`)
  const label = t('campaigns.results.peopleOf', { figure })
  return <MemberDialog {...{ label, list, onClose }} nobody={t('campaigns.results.nobody')} />
}
