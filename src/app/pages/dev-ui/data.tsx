import { CalendarDays, ListChecks } from 'lucide-react'
import { useState } from 'react'
import {
  Bar,
  Breadcrumbs,
  Button,
  Card,
  Chip,
  Disclosure,
  Grid,
  IconButton,
  List,
  ListRow,
  Muted,
  Row,
  ShowMore,
  Table,
  Tabs,
  Time,
  Tree,
  useNumber,
  useRowKeys,
} from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'
import { topics } from './topics.ts'

/** Lists, tables and what divides them. */
export function Data() {
  const t = useText()
  return (
    <Section title={t('dev.data')}>
      <Breadcrumbs items={[{ label: t('dev.crumb1'), href: '/dev/ui' }, { label: t('dev.crumb2') }]} />
      <Tabs
        label={t('dev.tabs')}
        items={[
          { id: 'all', label: t('dev.tabAll'), content: <Muted>{t('dev.tabText')}</Muted> },
          { id: 'mine', label: t('dev.tabMine'), content: <Muted>{t('dev.tabText')}</Muted> },
          { id: 'reviews', label: t('dev.tabReviews'), count: 2, content: <Muted>{t('dev.tabText')}</Muted> },
        ]}
      />
      <Rows />
      <Card>
        <Topics />
      </Card>
      <Nested />
      <Disclosure title={t('dev.more')}>{t('dev.moreText')}</Disclosure>
      <Row>
        {[false, true].map((isFetchingNextPage) => (
          <ShowMore
            key={String(isFetchingNextPage)}
            list={{ hasNextPage: true, isFetchingNextPage, fetchNextPage: () => undefined }}
          />
        ))}
      </Row>
    </Section>
  )
}

function Nested() {
  const t = useText()
  const [open, setOpen] = useState(new Set(['1']))
  const leaf = { id: '2', label: t('dev.row1'), text: t('dev.row1Text'), children: [] }
  const nodes = [{ id: '1', label: t('dev.todo'), before: <ListChecks size={18} />, children: [leaf] }]
  return (
    <Card>
      <Tree label={t('dev.todo')} nodes={nodes} open={open} onOpen={setOpen} />
    </Card>
  )
}

function Rows() {
  const t = useText()
  const list = useRowKeys<HTMLDivElement>({ next: t('dev.rowNext'), previous: t('dev.rowPrevious') })
  return (
    <div ref={list}>
      <Grid>
        <Card title={t('dev.todo')} isFlush>
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
        </Card>
      </Grid>
    </div>
  )
}

function Topics() {
  const t = useText()
  const number = useNumber()
  return (
    <Table
      caption={t('dev.table')}
      rows={topics}
      rowId={({ id }) => id}
      columns={[
        { id: 'topic', title: t('dev.topic'), cell: ({ name }) => name, sortBy: ({ name }) => name },
        {
          id: 'voices',
          title: t('dev.voices'),
          sortBy: ({ voices }) => voices,
          cell: ({ voices }) => (
            <span className="dev-measure">
              <Bar label={t('dev.voices')} value={voices} max={30} tone="warm" />
              {number(voices)}
            </span>
          ),
        },
        {
          id: 'experts',
          title: t('dev.experts'),
          align: 'end',
          sortBy: ({ experts }) => experts,
          cell: ({ experts }) => number(experts),
        },
        {
          id: 'latest',
          title: t('dev.latest'),
          sortBy: ({ latest }) => latest,
          cell: ({ latest }) => (latest ? <Time at={latest} /> : <Chip tone="danger">{t('dev.none')}</Chip>),
        },
      ]}
    />
  )
}
