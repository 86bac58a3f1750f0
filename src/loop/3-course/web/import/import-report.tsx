import { Callout, Chip, Table } from '#ui'
import { useText } from '../text.ts'
import { type Chosen, isUsed } from './chosen.ts'
import type { Imported } from './use-import.ts'

const mostLines = 200

/** What became of the Markdown: what was read, what could not be kept and where, what nothing uses. */
export function ImportReport({ imported, chosen }: { imported: Imported; chosen: Chosen }) {
  const t = useText()
  const { document, report, pictures } = imported
  // Where there will be no course, only what stands in its way matters.
  const lines = document ? report : report.filter(({ severity }) => severity === 'error')
  const unused = document ? chosen.beside.filter((file) => !isUsed(file, pictures)) : []
  return (
    <>
      <Callout tone={document ? 'success' : 'danger'} isAlert={!document}>
        {document
          ? t('course.new.read', { steps: document.content.length, files: chosen.texts.length })
          : t('course.new.unread')}
      </Callout>
      {lines.length === 0 ? (
        <p className="ui-muted">{t('course.new.clean')}</p>
      ) : (
        <Lines lines={lines} files={chosen.texts.length} />
      )}
      {unused.length > 0 && (
        <p className="ui-muted">
          {t('course.new.unused', {
            count: unused.length,
            names: unused
              .slice(0, 10)
              .map(({ name }) => name)
              .join(', '),
            more: Math.max(0, unused.length - 10),
          })}
        </p>
      )}
    </>
  )
}

const ranks = { error: 0, warning: 1, note: 2 }

/** The worst first, each kind in the order of the text. */
function Lines({ lines, files }: { lines: Imported['report']; files: number }) {
  const t = useText()
  const file = { id: 'file', title: t('course.new.file'), cell: ({ path }: { path: string }) => path }
  const sorted = [...lines].sort((a, b) => ranks[a.severity] - ranks[b.severity])
  return (
    <>
      <Table
        caption={t('course.new.report', { count: lines.length })}
        rows={sorted.slice(0, mostLines).map((line, index) => ({ ...line, id: String(index) }))}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'what',
            title: t('course.new.what.detail'),
            isName: true,
            cell: ({ detail, severity }) => (
              <>
                {detail} {severity === 'error' && <Chip tone="danger">{t('course.new.lost')}</Chip>}
              </>
            ),
          },
          ...(files > 1 ? [file] : []),
          { id: 'line', title: t('course.new.line'), align: 'end', cell: ({ line }) => line },
        ]}
      />
      {lines.length > mostLines && (
        <p className="ui-muted">{t('course.new.moreLines', { count: lines.length - mostLines })}</p>
      )}
    </>
  )
}
