import { useState } from 'react'
import { useList } from '#platform/web/use'
import { Card, Disclosure, ErrorState, List, Muted, ShowMore, Stack } from '#ui'
import { listVolunteers } from '../contract.ts'
import { useText } from './text.ts'
import { VolunteerRow } from './volunteer-row.tsx'
import './volunteers.css'

const topics = ['volunteers']

/** Who waits for a greeting, the longest first, and all volunteers whom the reader looks after. Nothing where there are none. */
export function ToGreet() {
  const t = useText()
  const waiting = useList(listVolunteers, { query: { limit: 10 } }, { topics })
  const any = useList(listVolunteers, { query: { limit: 1, show: 'all' } }, { topics })
  if (waiting.error)
    return <ErrorState onRetry={() => void waiting.refetch()}>{waiting.error.message}</ErrorState>
  if (any.items.length === 0) return null
  return (
    <Card title={t('volunteers.toGreet')} id="volunteers">
      <Stack>
        {waiting.items.length === 0 && !waiting.isPending && <Muted>{t('volunteers.toGreet.none')}</Muted>}
        <List label={t('volunteers.toGreet')}>
          {waiting.items.map((one) => (
            <VolunteerRow key={one.id} volunteer={one} />
          ))}
        </List>
        <ShowMore list={waiting} />
        <All />
      </Stack>
    </Card>
  )
}

/** Everybody who volunteers, also those who were greeted; read when it is opened. */
function All() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const all = useList(listVolunteers, { query: { limit: 20, show: 'all' } }, { topics, enabled: isOpen })
  return (
    <Disclosure title={t('volunteers.all')} onOpenChange={setOpen}>
      <Stack>
        <List label={t('volunteers.all')}>
          {all.items.map((one) => (
            <VolunteerRow key={one.id} volunteer={one} isAmongAll />
          ))}
        </List>
        <ShowMore list={all} />
      </Stack>
    </Disclosure>
  )
}
