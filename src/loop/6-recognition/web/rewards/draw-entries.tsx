import { useState } from 'react'
import { useRead } from '#platform/web/use'
import { Avatar, Button, Card, Chip, EmptyState, List, ListRow, ListStatus } from '#ui'
import { type Draw, type DrawRecord, getDrawRecord } from '../../draw.contract.ts'
import { useText } from './text.ts'

const first = 10
const further = 100

/** Who entered; once it is drawn, in the order that was drawn, with what came of each. */
export function DrawEntries({ draw }: { draw: Draw }) {
  const t = useText()
  const [shown, setShown] = useState(first)
  const read = useRead(getDrawRecord, { params: { drawId: draw.id } }, { topics: ['draws'] })
  const all = read.data?.entries ?? []
  const entries = draw.drawnAt ? all.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)) : all
  const title = t(draw.drawnAt ? 'draw.order' : 'draw.who')
  return (
    <Card title={title}>
      <ListStatus list={read} rows={3} />
      {read.data && all.length === 0 && (
        <EmptyState title={t('draw.nobody')} isSmall>
          {!draw.drawnAt && t('draw.nobodyText')}
        </EmptyState>
      )}
      <List label={title}>
        {entries.slice(0, shown).map((entry) => (
          <Entry key={entry.member.id} entry={entry} />
        ))}
      </List>
      {entries.length > shown && (
        <Button onPress={() => setShown(shown + further)}>
          {t('draw.more', { count: entries.length - shown })}
        </Button>
      )}
    </Card>
  )
}

function Entry({ entry: { member, place, outcome } }: { entry: DrawRecord['entries'][number] }) {
  const t = useText()
  return (
    <ListRow
      before={<Avatar id={member.id} name={member.name} />}
      title={place === null ? member.name : t('draw.placed', { place, name: member.name })}
      text={member.title}
      after={
        outcome && outcome !== 'not-reached' ? (
          <Chip tone={outcome === 'won' ? 'success' : 'neutral'}>
            {t(outcome === 'won' ? 'draw.short.won' : 'draw.short.passed')}
          </Chip>
        ) : undefined
      }
    />
  )
}
