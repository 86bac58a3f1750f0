import { useState } from 'react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Bar,
  Button,
  Callout,
  Card,
  ErrorState,
  ForbiddenState,
  Link,
  Page,
  SkeletonCards,
  Stack,
  useFileSize,
} from '#ui'
import { listImports, type SignalImport } from '../../import.contract.ts'
import { listPurposes } from '../../purpose.contract.ts'
import { useText } from '../text.ts'
import { countsOf, useBringing } from './bringing.ts'
import { ImportList } from './import-list.tsx'
import { NewImport } from './new-import.tsx'
import { SaveRejected } from './save-rejected.tsx'

/** Help given in other tools: a file is read in parts while this page is open, and gone on with when it was not to its end. */
export function Component() {
  const t = useText()
  const purposes = useRead(listPurposes, {}, { topics: ['detection'] })
  const mayLook = useRead(listImports, { query: { limit: 1 } }, { topics: ['imports'] })
  const [files, setFiles] = useState<ReadonlyMap<string, File>>(new Map())
  const bringing = useBringing()
  const file = bringing.state && files.get(bringing.state.id)
  const isOn = purposes.data?.items.find(({ purpose }) => purpose === 'imports')?.onSince
  const begin = (chosen: File, from: SignalImport) => {
    setFiles((known) => new Map(known).set(from.id, chosen))
    void bringing.run(chosen, from)
  }
  if (mayLook.error?.problem.status === 403)
    return <ForbiddenState isPage>{mayLook.error.message}</ForbiddenState>
  return (
    <Page
      title={t('leader.import.title')}
      lead={t('leader.import.lead')}
      breadcrumbs={[{ label: t('leader.purposes.settings'), href: paths.settings }]}
    >
      {purposes.error ? (
        <ErrorState onRetry={() => void purposes.refetch()}>{purposes.error.message}</ErrorState>
      ) : purposes.isPending ? (
        <SkeletonCards />
      ) : (
        <Stack gap={24}>
          {!isOn && (
            <Callout title={t('leader.import.off')}>
              <Link href={paths.purposes}>{t('leader.part.why')}</Link>
            </Callout>
          )}
          {bringing.state && file && (
            <Progress
              state={bringing.state}
              file={file}
              error={bringing.error?.message}
              onGoOn={() => bringing.state && begin(file, bringing.state)}
            />
          )}
          {isOn && <NewImport onStarted={begin} />}
          <ImportList
            current={bringing.error ? undefined : bringing.state?.id}
            files={files}
            onGoOn={begin}
          />
          <p className="ui-muted">
            {t.rich('leader.import.byKey', {
              link: <Link href={paths.apiKeys}>{t('leader.import.byKeyLink')}</Link>,
            })}
          </p>
        </Stack>
      )}
    </Page>
  )
}

interface ProgressProps {
  state: SignalImport
  file: File
  error: string | undefined
  onGoOn: () => void
}

/** How far a file was read, and what came of it so far. */
function Progress({ state, file, error, onGoOn }: ProgressProps) {
  const t = useText()
  const size = useFileSize()
  const { source, taken, rejected, finishedAt } = state
  const text = t('leader.import.read', { taken: size(taken), size: size(state.size) })
  return (
    <Card title={t(finishedAt ? 'leader.import.done' : 'leader.import.reading', { source })}>
      <Stack>
        <Bar label={t('leader.import.progress')} value={taken} max={state.size} valueText={text} />
        <p role="status">
          {t('leader.import.counts', countsOf(state))} {!finishedAt && text}
        </p>
        {error && (
          <Callout tone="danger" isAlert>
            <p>{error}</p>
            <Button onPress={onGoOn}>{t('leader.import.goOn')}</Button>
          </Callout>
        )}
        {finishedAt && rejected > 0 && <SaveRejected one={state} file={file} />}
        {finishedAt && <Link href={paths.lead}>{t('leader.import.toRadar')}</Link>}
      </Stack>
    </Card>
  )
}
