import { useState } from 'react'
import { listTopics } from '#leader/topic.contract.ts'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  EmptyState,
  ErrorState,
  Page,
  Row,
  SegmentedControl,
  Select,
  SkeletonRows,
  Stack,
  toast,
} from '#ui'
import { type BoardSettings, getBoardSettings, leaveBoards, returnToBoards } from '../../board.contract.ts'
import { League } from './league.tsx'
import { SettingsCard } from './settings-card.tsx'
import { Teams } from './teams.tsx'
import { useText } from './text.ts'
import { Yours } from './yours.tsx'

const topics = ['boards']
const everything = 'all'

/** Who helped: oneself first, then a small league or groups, where the organization has such boards. */
export function Component() {
  const t = useText()
  const read = useRead(getBoardSettings, {}, { topics })
  const settings = read.data
  return (
    <Page
      title={t('board.title')}
      lead={t('board.lead')}
      breadcrumbs={[{ label: t('board.thanks'), href: paths.thanks }]}
      width="middle"
      actions={settings?.mode === 'people' && <Part takesPart={settings.takesPart} />}
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {settings && (
        <Stack gap={24}>
          {settings.mode === 'off' ? (
            <EmptyState title={t('board.off')}>{t('board.offText')}</EmptyState>
          ) : (
            <>
              <Yours />
              <Board settings={settings} />
            </>
          )}
          {settings.can.set && <SettingsCard settings={settings} />}
        </Stack>
      )}
    </Page>
  )
}

function Part({ takesPart }: { takesPart: boolean }) {
  const t = useText()
  const leave = useWrite(leaveBoards, topics)
  const back = useWrite(returnToBoards, topics)
  const undo = () => back.mutate({})
  return takesPart ? (
    <Button
      isPending={leave.isPending}
      onPress={() => leave.mutate({}, { onSuccess: () => toast({ text: t('board.left'), undo }) })}
    >
      {t('board.leave')}
    </Button>
  ) : (
    <Button isPending={back.isPending} onPress={undo}>
      {t('board.return')}
    </Button>
  )
}

function Board({ settings: { mode, takesPart } }: { settings: BoardSettings }) {
  const t = useText()
  const known = useRead(listTopics, {}, { topics: ['topics'] })
  const [window, setWindow] = useState<'month' | 'quarter'>('month')
  const [topic, setTopic] = useState(everything)
  const those = { window, ...(topic !== everything && { topicId: topic }) }
  if (mode === 'people' && !takesPart) return <p className="ui-muted">{t('board.away')}</p>
  return (
    <Stack gap={16}>
      <Row gap={16}>
        <SegmentedControl<'month' | 'quarter'>
          label={t('board.window')}
          items={(['month', 'quarter'] as const).map((id) => ({ id, label: t(`board.window.${id}`) }))}
          value={window}
          onChange={setWindow}
        />
        {known.data && known.data.items.length > 0 && (
          <Select
            label={t('board.topic')}
            value={topic}
            items={[
              { id: everything, label: t('board.topic.all') },
              ...known.data.items.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={setTopic}
          />
        )}
      </Row>
      {mode === 'people' ? <League those={those} /> : <Teams those={those} />}
    </Stack>
  )
}
