import { useState } from 'react'
import type { z } from 'zod'
import type { CallError } from '#platform/http/call'
import { useList, useWrite } from '#platform/web/use'
import { useLatest } from '#platform/web/use-latest'
import { Button, Callout, Card, FileDrop, Form, SkeletonRows, Stack, TextField } from '#ui'
import {
  listImports,
  type Mapping,
  previewImport,
  type SignalImport,
  startImport,
  type Writing,
} from '../../import.contract.ts'
import { previewBytes } from '../../imports/preview-size.ts'
import { useText } from '../text.ts'
import { fileKinds, sourceOf } from './bringing.ts'
import { MappingForm } from './mapping-form.tsx'
import { PreviewTable } from './preview-table.tsx'
import { readBefore } from './read-before.ts'

/** A mapping to begin with where nothing could be guessed: the first columns. */
const firstColumns = (columns: readonly string[], writing: Writing): Mapping => ({
  ...{ ...writing, dates: 'iso', kind: 'answered' },
  ...{ helper: columns[0] ?? '', at: columns[1] ?? columns[0] ?? '', helped: null },
  ...{ kindColumn: null, topic: null, key: null, useful: null },
})

type Preview = z.output<typeof previewImport.returns>

/** How a file is to be read, where that is not as it was looked at: as such ones were before, or by its first columns. */
const otherThan = ({ mapping, columns, writing }: Preview, known: readonly Mapping[]): Mapping | null =>
  readBefore(known, columns, writing) ?? (mapping ? null : firstColumns(columns, writing))

/** The file that was chosen, how it would be read, and what comes of each choice. */
function useChosen() {
  const imports = useList(listImports, { query: { limit: 10 } }, { topics: ['imports'] })
  const [file, setFile] = useState<File | null>(null)
  const preview = useWrite(previewImport)
  const { ask } = useLatest()
  const [mapping, setMapping] = useState<Mapping | null>(null)
  // The form stays, with the focus in it, while the lines of another mapping are on their way.
  const [shown, setShown] = useState<Preview | null>(null)
  const look = (of: File, by: Mapping | null) => {
    const isLatest = ask()
    preview.mutate(
      { query: by ? { mapping: JSON.stringify(by) } : {}, body: of.slice(0, previewBytes) },
      {
        onSuccess: (found) => {
          // Another file or column was chosen meanwhile: this answer would take it back.
          if (!isLatest()) return
          const other = otherThan(found, by ? [] : imports.items.map(({ mapping: one }) => one))
          if (other) return look(of, other)
          setMapping(found.mapping)
          setShown(found)
        },
        onError: () => undefined,
      },
    )
  }
  const choose = (one: File) => {
    setFile(one)
    setMapping(null)
    setShown(null)
    look(one, null)
  }
  const change = (next: Mapping) => {
    setMapping(next)
    if (file) look(file, next)
  }
  const forget = () => {
    ask()
    setFile(null)
  }
  return {
    file,
    mapping,
    choose,
    change,
    forget,
    isPending: imports.isPending,
    error: preview.error,
    preview: shown,
  }
}

interface NewImportProps {
  onStarted: (file: File, started: SignalImport) => void
}

/** Chooses a file, says which column is which, looks at what its first lines become, and begins. */
export function NewImport({ onStarted }: NewImportProps) {
  const t = useText()
  const chosen = useChosen()
  const { file, error } = chosen
  return (
    <Card title={t('leader.import.new')}>
      <Stack gap={24}>
        {/* Before it is known how files were read the last time, one would be read otherwise, and count twice. */}
        {chosen.isPending ? (
          <SkeletonRows rows={2} hasFace={false} />
        ) : (
          <FileDrop
            label={t('leader.import.drop')}
            hint={t('leader.import.dropHint')}
            accept={fileKinds}
            onFiles={([one]) => one && chosen.choose(one)}
          />
        )}
        {error && (
          <Callout tone="danger" isAlert>
            {error.message}
          </Callout>
        )}
        {file && !error && (
          <Chosen key={`${file.name} ${file.size}`} chosen={chosen} file={file} onStarted={onStarted} />
        )}
      </Stack>
    </Card>
  )
}

interface ChosenProps extends NewImportProps {
  chosen: ReturnType<typeof useChosen>
  file: File
}

function Chosen({ chosen, file, onStarted }: ChosenProps) {
  const t = useText()
  const { mapping, preview, change, forget } = chosen
  const [source, setSource] = useState(sourceOf(file.name, t('leader.import.notTaken')))
  // The list of imports asks again once the file is read: until then it would offer to go on with what goes on.
  const start = useWrite(startImport)
  if (!mapping || !preview) return null
  const begin = () =>
    start.mutate(
      { body: { source, size: file.size, mapping } },
      {
        onSuccess: (started) => {
          forget()
          onStarted(file, started)
        },
      },
    )
  return (
    <Form onSubmit={begin} error={start.error as CallError | null}>
      <MappingForm columns={preview.columns} mapping={mapping} onChange={change} />
      <PreviewTable lines={preview.lines} />
      <TextField
        label={t('leader.import.source')}
        hint={t('leader.import.sourceHint')}
        name="source"
        value={source}
        onChange={setSource}
        maxLength={40}
        isRequired
      />
      <div>
        <Button type="submit" look="primary" isPending={start.isPending}>
          {t('leader.import.begin', { name: file.name })}
        </Button>
      </div>
    </Form>
  )
}
