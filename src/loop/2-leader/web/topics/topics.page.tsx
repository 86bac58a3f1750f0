import { Plus } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Button, Card, EmptyState, ErrorState, Link, Page, SkeletonRows, Stack, Table } from '#ui'
import { listTopics, type Topic } from '../../topic.contract.ts'
import { useText } from '../text.ts'
import { Proposals } from './proposals.tsx'
import { TopicActions } from './topic-actions.tsx'
import { TopicForm } from './topic-form.tsx'
import '../leader.css'

/** What people know things about, as the organization calls it: how much is asked, taught and known of each. */
export function Component() {
  const t = useText()
  const read = useRead(listTopics, {}, { topics: ['topics', 'radar'] })
  const [draft, setDraft] = useState<string | null>(null)
  const mayManage = read.data?.can.manage ?? false
  return (
    <Page
      title={t('leader.topics')}
      lead={t('leader.topics.lead')}
      breadcrumbs={[{ label: t('leader.radar.title'), href: paths.lead }]}
      actions={
        mayManage && (
          <Button look="primary" icon={Plus} onPress={() => setDraft('')}>
            {t('leader.topics.add')}
          </Button>
        )
      }
    >
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <Card>
          <SkeletonRows rows={5} hasFace={false} />
        </Card>
      ) : (
        <Stack gap={24}>
          {mayManage && <Proposals onChoose={setDraft} />}
          <Card>
            <TopicTable topics={read.data.items} fewest={read.data.fewest} mayManage={mayManage} />
          </Card>
        </Stack>
      )}
      {draft !== null && <TopicForm name={draft} onClose={() => setDraft(null)} />}
    </Page>
  )
}

/** How much of something each topic has, as a column. */
const countOf = (id: 'needs' | 'courses' | 'experts', title: string) => ({
  ...{ id, title, align: 'end' as const },
  sortBy: (topic: Topic) => topic[id],
  cell: (topic: Topic) => topic[id],
})

interface TopicTableProps {
  topics: readonly Topic[]
  fewest: number
  mayManage: boolean
}

function TopicTable({ topics, fewest, mayManage }: TopicTableProps) {
  const t = useText()
  const actions = {
    id: 'actions',
    title: t('leader.topics.actions'),
    isTitleHidden: true,
    align: 'end' as const,
    cell: (topic: Topic) => <TopicActions topic={topic} topics={topics} />,
  }
  const name = {
    id: 'name',
    title: t('leader.topics.name'),
    sortBy: (topic: Topic) => topic.name.toLowerCase(),
    cell: (topic: Topic) => <TopicName topic={topic} />,
  }
  return (
    <Table
      caption={t('leader.topics')}
      isCaptionHidden
      rows={topics}
      rowId={({ id }) => id}
      empty={<EmptyState title={t('leader.topics.none')}>{t('leader.topics.noneText')}</EmptyState>}
      columns={[
        name,
        countOf('needs', t('leader.topics.needs')),
        countOf('courses', t('leader.topics.courses')),
        {
          ...countOf('experts', t('leader.topics.experts')),
          cell: ({ experts }: Topic) => experts ?? t('leader.topics.few', { most: fewest - 1 }),
        },
        ...(mayManage ? [actions] : []),
      ]}
    />
  )
}

/** What it is called, with its other names; leads to who helps most with it. */
function TopicName({ topic: { id, name, words, merged } }: { topic: Topic }) {
  return (
    <span className="leader-topic">
      <Link href={linkTo(paths.lead, {}, { query: { topic: id } })}>{name}</Link>
      <span className="ui-muted">{[...words, ...merged.map((one) => one.name)].join(', ')}</span>
    </span>
  )
}
