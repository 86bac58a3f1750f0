import { Copy } from 'lucide-react'
import { useState } from 'react'
import {
  Bar,
  Card,
  Chip,
  EmptyState,
  Grid,
  IconButton,
  type Sort,
  Table,
  type TableColumn,
  Time,
  useNumber,
} from '#ui'
import { useText } from './samples.ts'
import { topics } from './topics.ts'

type Topic = (typeof topics)[number]
const [, ...researched] = topics

/** What stands in rows and columns. */
export function Tables() {
  const t = useText()
  return (
    <>
      <Card>
        <Topics />
      </Card>
      <Grid>
        <Card title={t('dev.sortedUp')}>
          <SortedByServer isUp />
        </Card>
        <Card title={t('dev.sortedDown')}>
          <SortedByServer />
        </Card>
        <Card title={t('dev.table')}>
          <Table
            caption={t('dev.table')}
            rows={[]}
            rowId={({ id }: Topic) => id}
            columns={[{ id: 'topic', title: t('dev.topic'), cell: ({ name }) => t(name) }]}
            empty={<EmptyState isSmall title={t('dev.emptyTitle')} />}
          />
        </Card>
      </Grid>
    </>
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
        { id: 'topic', title: t('dev.topic'), cell: ({ name }) => t(name), sortBy: ({ name }) => t(name) },
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

const up: Sort = { column: 'voices', direction: 'ascending' }
const down: Sort = { column: 'voices', direction: 'descending' }

/** As a server sorts: the page holds how, and the table says so. */
function SortedByServer({ isUp = false }: { isUp?: boolean }) {
  const t = useText()
  const number = useNumber()
  const [sort, setSort] = useState(isUp ? up : down)
  const columns: TableColumn<Topic>[] = [
    {
      id: 'voices',
      title: t('dev.voices'),
      align: 'start',
      isSortable: true,
      cell: ({ voices }) => number(voices),
    },
    { id: 'topic', title: t('dev.topic'), isName: true, cell: ({ name }) => t(name) },
    {
      id: 'copy',
      title: t('dev.duplicate'),
      align: 'end',
      isTitleHidden: true,
      cell: () => <IconButton icon={Copy} label={t('dev.duplicate')} size="sm" />,
    },
  ]
  return (
    <Table
      caption={t('dev.table')}
      isCaptionHidden
      rows={sort.direction === 'ascending' ? researched.toReversed() : researched}
      rowId={({ id }) => id}
      columns={columns}
      sort={sort}
      onSort={setSort}
    />
  )
}
