import { Download, PenLine, Send } from 'lucide-react'
import { useState } from 'react'
import { saveText } from '#platform/web/save'
import { Button, Callout, Chip, Row, SegmentedControl, ShowMore, Stack, Table, useList } from '#ui'
import type { ListLine, ListPreview } from '../list.contract.ts'
import { spreadsheetText } from './list-csv.ts'
import { useColumns, useReason } from './list-words.ts'
import { useText } from './text.ts'

const atOnce = 100
/** These need no mending: the people are known here already. */
const isSettled = ({ state }: ListLine) => state === 'member' || state === 'invited'

interface ListReportProps {
  preview: ListPreview
  isPending: boolean
  onInvite: () => void
  onMend: (lines: readonly ListLine[]) => void
}

/** What would become of each line, and the button that does exactly that. */
export function ListReport({ preview, isPending, onInvite, onMend }: ListReportProps) {
  const t = useText()
  const { lines, ready } = preview
  const passed = lines.filter(({ state }) => state !== 'ready')
  const wrong = passed.filter((line) => !isSettled(line))
  return (
    <Stack gap={16}>
      <Callout
        tone={ready > 0 ? 'success' : 'warning'}
        title={t('people.list.ready', { count: ready })}
        isAlert
      >
        {t('people.list.passed', { count: passed.length })} <Unread preview={preview} />
      </Callout>
      <Row gap={8}>
        {ready > 0 && (
          <Button look="primary" icon={Send} isPending={isPending} onPress={onInvite}>
            {t('people.list.invite', { count: ready })}
          </Button>
        )}
        {wrong.length > 0 && (
          <Button icon={PenLine} onPress={() => onMend(wrong)}>
            {t('people.list.mend', { count: wrong.length })}
          </Button>
        )}
        {passed.length > 0 && <SaveReport lines={passed} />}
      </Row>
      <Lines lines={lines} passed={passed} />
    </Stack>
  )
}

/** Columns whose heading says nothing here are not read; that is said, so that a typing error is seen. */
function Unread({ preview }: { preview: ListPreview }) {
  const t = useText()
  const list = useList()
  const unread = preview.columns
    .filter(({ column, heading }) => !column && heading)
    .map(({ heading }) => heading)
  return unread.length > 0 ? t('people.list.unread', { columns: list(unread), count: unread.length }) : null
}

function SaveReport({ lines }: { lines: readonly ListLine[] }) {
  const t = useText()
  const reason = useReason()
  const { headings, cells, separator } = useColumns()
  const save = () => {
    const head = [...headings, t('people.list.line'), t('people.list.problem')]
    const rows = lines.map((line) => [...cells(line), String(line.line), reason(line)])
    saveText(`${t('people.list.reportFile')}.csv`, spreadsheetText([head, ...rows], separator), 'text/csv')
  }
  return (
    <Button icon={Download} onPress={save}>
      {t('people.list.save')}
    </Button>
  )
}

function Lines({ lines, passed }: { lines: readonly ListLine[]; passed: readonly ListLine[] }) {
  const t = useText()
  const reason = useReason()
  const [view, setView] = useState<'all' | 'passed'>(passed.length > 0 ? 'passed' : 'all')
  const [shown, setShown] = useState(atOnce)
  const rows = view === 'all' ? lines : passed
  return (
    <Stack gap={12}>
      <Row>
        <SegmentedControl
          label={t('people.list.which')}
          items={[
            { id: 'passed', label: t('people.list.onlyPassed', { count: passed.length }) },
            { id: 'all', label: t('people.list.all', { count: lines.length }) },
          ]}
          value={view}
          onChange={setView}
        />
      </Row>
      <Table
        caption={t('people.list.report')}
        isCaptionHidden
        rows={rows.slice(0, shown)}
        rowId={({ line }) => String(line)}
        empty={<p className="ui-muted">{t('people.list.nonePassed')}</p>}
        columns={[
          { id: 'line', title: t('people.list.lineTitle'), align: 'end', cell: ({ line }) => line },
          { id: 'who', title: t('people.list.who'), isName: true, cell: (line) => <Who line={line} /> },
          { id: 'group', title: t('people.invite.group'), cell: ({ group }) => group },
          {
            id: 'what',
            title: t('people.list.what'),
            cell: (line) => <Fate line={line} words={reason(line)} />,
          },
        ]}
      />
      <ShowMore
        list={{
          hasNextPage: rows.length > shown,
          isFetchingNextPage: false,
          fetchNextPage: () => setShown(shown + atOnce),
        }}
      />
    </Stack>
  )
}

function Who({ line: { name, email } }: { line: ListLine }) {
  return (
    <span className="people-who">
      {name}
      {email && <span className="ui-muted">{email}</span>}
    </span>
  )
}

function Fate({ line, words }: { line: ListLine; words: string }) {
  if (line.state === 'ready') return <Chip tone="success">{words}</Chip>
  return isSettled(line) ? words : <span className="people-wrong">{words}</span>
}
