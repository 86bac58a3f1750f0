import { Chip, Table, useDate, useNumber } from '#ui'
import type { previewLine } from '../../import.contract.ts'
import { useText } from '../text.ts'

type Line = ReturnType<(typeof previewLine)['parse']>

/** What the first lines of a file become, or why not. */
export function PreviewTable({ lines }: { lines: readonly Line[] }) {
  const t = useText()
  const date = useDate('moment')
  const number = useNumber()
  return (
    <Table
      caption={t('leader.import.preview')}
      rows={lines}
      rowId={({ line }) => `${line}`}
      columns={[
        { id: 'line', title: t('leader.import.line'), cell: ({ line }) => number(line) },
        { id: 'helper', title: t('leader.import.column.helper'), cell: ({ helper }) => helper },
        { id: 'helped', title: t('leader.import.column.helped'), cell: ({ helped }) => helped },
        { id: 'at', title: t('leader.import.column.at'), cell: ({ at }) => at && date(at) },
        { id: 'topic', title: t('leader.import.column.topic'), cell: ({ topic }) => topic },
        {
          id: 'fault',
          title: t('leader.import.becomes'),
          cell: ({ fault, kind }) =>
            fault ? (
              <Chip tone="danger">{t(`leader.import.fault.${fault}`)}</Chip>
            ) : (
              t('leader.import.asKind', { kind })
            ),
        },
      ]}
    />
  )
}
