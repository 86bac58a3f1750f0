import { MemberDialog } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { type FunnelStop, listFunnelPeople, listFunnelStopped } from '../contract.ts'
import type { Why } from '../stages.ts'
import type { Named } from './bars.tsx'
import { useText } from './text.ts'
import type { FunnelQuery } from './use-asked.ts'

/** Who came to a stage, or who came no further than one, all of them or for one reason. */
export type Whom = { stage: Named } | { stopped: FunnelStop['stage']; why?: Why }

interface PeopleDialogProps<W extends Whom = Whom> {
  whom: W
  query: FunnelQuery
  onClose: () => void
}

/** The people behind a figure. */
export function PeopleDialog({ whom, ...props }: PeopleDialogProps) {
  return 'stage' in whom ? <Came {...props} whom={whom} /> : <Stopped {...props} whom={whom} />
}

function Came({ whom: { stage }, query, onClose }: PeopleDialogProps<{ stage: Named }>) {
  const t = useText()
  const list = useList(listFunnelPeople, { query: { ...query, stage } }, { topics: ['funnel'] })
  const label = t('funnel.who', { stage: t(`funnel.stage.${stage}`) })
  return <MemberDialog {...{ label, list, onClose }} nobody={t('funnel.nobody')} />
}

function Stopped({
  whom: { stopped, why },
  query,
  onClose,
}: PeopleDialogProps<Exclude<Whom, { stage: Named }>>) {
  const t = useText()
  const asked = { ...query, stage: stopped, ...(why && { why }) }
  const list = useList(listFunnelStopped, { query: asked }, { topics: ['funnel'] })
  const label = t('funnel.whoStopped', { stage: t(`funnel.stage.${stopped}`) })
  return <MemberDialog {...{ label, list, onClose }} nobody={t('funnel.nobody')} />
}
