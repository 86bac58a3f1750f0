import { CalendarDays, ListChecks, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button, Card, Grid, IconButton, List, ListRow, Tree, useRowKeys } from '#ui'
import { useText } from './samples.ts'

/** What stands in rows. */
export function Rows() {
  const t = useText()
  const list = useRowKeys<HTMLDivElement>({ next: t('dev.rowNext'), previous: t('dev.rowPrevious') })
  return (
    <div ref={list}>
      <Grid>
        <Card title={t('dev.todo')} isFlush>
          <Tasks />
        </Card>
        <Card title={t('dev.tabMine')} isFlush>
          <List>
            <ListRow title={t('dev.row1')} href="/dev/ui" isCurrent />
            <ListRow title={t('dev.row2')} href="/dev/ui" />
            <ListRow title={t('dev.long')} text={t('dev.moreText')} />
          </List>
        </Card>
      </Grid>
    </div>
  )
}

function Tasks() {
  const t = useText()
  return (
    <List>
      <ListRow
        before={<ListChecks size={18} />}
        title={t('dev.row1')}
        text={t('dev.row1Text')}
        href="/dev/ui"
      />
      <ListRow
        before={<span className="dev-voices">23</span>}
        title={t('dev.row2')}
        text={t('dev.row2Text')}
        href="/dev/ui"
        after={
          <Button size="sm" look="primary">
            {t('dev.answer')}
          </Button>
        }
      />
      <ListRow
        isAfterBelow
        before={<CalendarDays size={18} />}
        title={t('dev.row3')}
        text={t('dev.row3Text')}
        after={<IconButton icon={ListChecks} label={t('dev.save')} size="sm" />}
      />
    </List>
  )
}

/** Things that hold things: one open, one closed. */
export function Nested() {
  const t = useText()
  const [open, setOpen] = useState(new Set(['1']))
  const nodes = [
    {
      id: '1',
      label: t('dev.todo'),
      before: <ListChecks size={18} />,
      children: [
        { id: '2', label: t('dev.row1'), text: t('dev.row1Text'), href: '/dev/ui', children: [] },
        {
          id: '3',
          label: t('dev.row2'),
          after: <IconButton icon={Pencil} label={t('dev.rename')} size="sm" />,
          children: [],
        },
      ],
    },
    {
      id: '4',
      label: t('dev.tabReviews'),
      before: <CalendarDays size={18} />,
      children: [{ id: '5', label: t('dev.row3'), text: t('dev.row3Text'), children: [] }],
    },
  ]
  return (
    <Card>
      <Tree label={t('dev.todo')} nodes={nodes} open={open} onOpen={setOpen} />
    </Card>
  )
}
