import { useSearchParams } from 'react-router'
import { useList, useRead } from '#platform/web/use'
import { EmptyState, ListStatus, Page, SegmentedControl, ShowMore, Stack, ToggleChip } from '#ui'
import { countHealthItems, type HealthKind, healthKinds, listHealthItems } from '../../health.contract.ts'
import { useText } from '../text.ts'
import { HealthItemView } from './item.tsx'
import './health.css'

interface HealthQueueProps {
  of: 'mine' | 'groups'
  title: string
  lead: string
  back: { label: string; href: string }
}

const states = ['open', 'closed'] as const

/** What is shown, as the address says it. */
function useFilter() {
  const [search, setSearch] = useSearchParams()
  const state = states.find((one) => one === search.get('state')) ?? 'open'
  const kind = healthKinds.find((one) => one === search.get('kind'))
  const set = (name: 'state' | 'kind', value: string | null) => {
    if (value) search.set(name, value)
    else search.delete(name)
    setSearch(search, { replace: true })
  }
  return { state, kind, set }
}

/** Content to look after, first due first. */
export function HealthQueue({ of, title, lead, back }: HealthQueueProps) {
  const t = useText()
  const { state, kind, set } = useFilter()
  const query = { of, state, ...(kind && { kind }) }
  const list = useList(listHealthItems, { query }, { topics: ['health', 'courses'] })
  return (
    <Page title={title} lead={lead} width="middle" breadcrumbs={[back]}>
      <Stack gap={16}>
        <SegmentedControl
          label={t('learning.health.state')}
          items={states.map((id) => ({ id, label: t(`learning.health.state.${id}`) }))}
          value={state}
          onChange={(one) => set('state', one === 'open' ? null : one)}
        />
        <Kinds of={of} chosen={kind} isCounted={state === 'open'} onChoose={(one) => set('kind', one)} />
        <ListStatus list={list} />
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState title={t(`learning.health.none.${state}`)}>
            {t(`learning.health.noneText.${state}`)}
          </EmptyState>
        )}
        {list.items.map((item) => (
          <HealthItemView key={item.id} item={item} />
        ))}
        <ShowMore list={list} />
      </Stack>
    </Page>
  )
}

interface KindsProps {
  of: HealthQueueProps['of']
  chosen: HealthKind | undefined
  isCounted: boolean
  onChoose: (kind: HealthKind | null) => void
}

/** What is to be done, and how much of each there is; one of them keeps to its own. */
function Kinds({ of, chosen, isCounted, onChoose }: KindsProps) {
  const t = useText()
  const counts = useRead(countHealthItems, { query: { of } }, { topics: ['health', 'courses'] })
  return (
    <fieldset className="health-kinds">
      <legend className="ui-hidden">{t('learning.health.what')}</legend>
      <div className="health-chips">
        {healthKinds.map((kind) => (
          <ToggleChip
            key={kind}
            count={isCounted ? counts.data?.[kind] : undefined}
            isSelected={kind === chosen}
            onChange={(isOn) => onChoose(isOn ? kind : null)}
          >
            {t(`learning.health.kind.${kind}`)}
          </ToggleChip>
        ))}
      </div>
    </fieldset>
  )
}
