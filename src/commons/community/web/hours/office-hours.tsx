import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useList } from '#platform/web/use'
import { Button, EmptyState, ListStatus, SegmentedControl, ShowMore, Stack } from '#ui'
import { listOfficeHours } from '../../hour.contract.ts'
import { useText } from '../text.ts'
import { HourCard } from './hour-card.tsx'
import { HourDialog } from './hour-form.tsx'

type When = 'coming' | 'over'

/** Office hours: those to come, to sign up for, and those that are over. */
export function OfficeHours() {
  const t = useText()
  const [when, setWhen] = useState<When>('coming')
  const [isOffering, setOffering] = useState(false)
  const list = useList(listOfficeHours, { query: { when } }, { topics: ['office-hours'] })
  return (
    <Stack gap={16}>
      <div className="community-tools">
        <SegmentedControl<When>
          label={t('community.hour.when')}
          items={(['coming', 'over'] as const).map((id) => ({ id, label: t(`community.hour.when.${id}`) }))}
          value={when}
          onChange={setWhen}
        />
        <Button look="primary" icon={CalendarPlus} onPress={() => setOffering(true)}>
          {t('community.hour.offer')}
        </Button>
      </div>
      <ListStatus list={list} rows={3} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t(`community.hour.none.${when}`)}>{t('community.hour.noneText')}</EmptyState>
      )}
      {list.items.map((hour) => (
        <HourCard key={hour.id} hour={hour} />
      ))}
      <ShowMore list={list} />
      {isOffering && <HourDialog onClose={() => setOffering(false)} />}
    </Stack>
  )
}
