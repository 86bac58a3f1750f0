import { Plus } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Button,
  EmptyState,
  ForbiddenState,
  ListStatus,
  Muted,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
} from '#ui'
import { listProtectedTimes } from '../contract.ts'
import { AskDialog } from './ask.tsx'
import { useText } from './text.ts'
import { TimeCard } from './time-card.tsx'
import './time.css'

type Side = 'mine' | 'answering'

/** Which sides of it the reader has: leaders ask, those who answer for a group answer. */
function useSides(): readonly [Side, ...Side[]] | null {
  const session = useSession()
  const [leads, answers] = [holdsRole(session, 'leader'), holdsRole(session, 'manager')]
  if (leads && answers) return ['mine', 'answering']
  if (leads) return ['mine']
  return answers ? ['answering'] : null
}

/** Protected time: what one asked for and has, and what one answers for. */
export function Component() {
  const t = useText()
  const sides = useSides()
  const [isAsking, setAsking] = useState(false)
  const ask = sides?.includes('mine') && (
    <Button look="primary" icon={Plus} onPress={() => setAsking(true)}>
      {t('protected.ask')}
    </Button>
  )
  return (
    <Page
      title={t('protected.title')}
      lead={t('protected.lead')}
      width="middle"
      breadcrumbs={[{ label: t('protected.place'), href: paths.lead }]}
      actions={ask}
    >
      {sides ? <Times sides={sides} /> : <ForbiddenState>{t('protected.closed')}</ForbiddenState>}
      {isAsking && <AskDialog onClose={() => setAsking(false)} />}
    </Page>
  )
}

function Times({ sides }: { sides: readonly [Side, ...Side[]] }) {
  const t = useText()
  const [side, choose] = useChoice<Side>('side', sides)
  const list = useList(listProtectedTimes, { query: { side } }, { topics: ['protected-time'] })
  return (
    <Stack gap={16}>
      {sides.length > 1 && (
        <SegmentedControl<Side>
          label={t('protected.side')}
          items={sides.map((id) => ({ id, label: t(`protected.side.${id}`) }))}
          value={side}
          onChange={choose}
        />
      )}
      <Muted>{t('protected.who')}</Muted>
      <ListStatus list={list} rows={3} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t(`protected.none.${side}`)}>{t(`protected.noneText.${side}`)}</EmptyState>
      )}
      {list.items.map((time) => (
        <TimeCard key={time.id} time={time} />
      ))}
      <ShowMore list={list} />
    </Stack>
  )
}
