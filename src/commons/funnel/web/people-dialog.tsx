import { MemberList } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { Dialog } from '#ui'
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
      <MemberList label={title} list={list} nobody={t('funnel.nobody')} />
    </Dialog>
  )
}
