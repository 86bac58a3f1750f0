import { useState } from 'react'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  ConfirmDialog,
  Dialog,
  ErrorState,
  FileButton,
  List,
  ListRow,
  ListStatus,
  Row,
  ShowMore,
  SkeletonRows,
  sayRefusal,
  Time,
  toast,
  useNumber,
} from '#ui'
import { listImports, listRejections, type SignalImport, withdrawImport } from '../../import.contract.ts'
import { mostRejections } from '../../imports/most-rejections.ts'
import { useText } from '../text.ts'
import { countsOf, fileKinds } from './bringing.ts'
import { SaveRejected } from './save-rejected.tsx'

interface ImportListProps {
  /** The one that is being read in this window. */
  current: string | undefined
  /** Those that were chosen in this window, by import. */
  files: ReadonlyMap<string, File>
  onGoOn: (file: File, from: SignalImport) => void
}

/** What was brought in before: what came of it, what was not taken, and the way to take it back. */
export function ImportList({ current, files, onGoOn }: ImportListProps) {
  const t = useText()
  const list = useList(listImports, { query: { limit: 10 } }, { topics: ['imports'] })
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.isPending) return <SkeletonRows rows={2} hasFace={false} />
  if (list.items.length === 0) return null
  return (
    <Card title={t('leader.import.before')}>
      <List label={t('leader.import.before')}>
        {list.items.map((one) => (
          <Brought
            key={one.id}
            one={one}
            file={files.get(one.id)}
            isCurrent={one.id === current}
            onGoOn={onGoOn}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

interface BroughtProps extends Pick<ImportListProps, 'onGoOn'> {
  one: SignalImport
  file: File | undefined
  isCurrent: boolean
}

function Brought({ one, file, isCurrent, onGoOn }: BroughtProps) {
  const t = useText()
  const [isShowing, setShowing] = useState(false)
  const { source, startedBy, startedAt, finishedAt, withdrawnAt, rejected } = one
  const goOn = (file: File) => {
    if (file.size === one.size) onGoOn(file, one)
    else toast(t('leader.import.otherFile'))
  }
  return (
    <ListRow
      title={source}
      isAfterBelow
      text={
        <>
          {t('leader.import.counts', countsOf(one))} {startedBy.name}, <Time at={startedAt} />
        </>
      }
      after={
        <Row>
          {withdrawnAt && <Chip>{t('leader.import.withdrawn')}</Chip>}
          {!finishedAt && !isCurrent && (
            <FileButton accept={fileKinds} onFile={goOn}>
              {t('leader.import.goOn')}
            </FileButton>
          )}
          {rejected > 0 && (
            <Button look="ghost" onPress={() => setShowing(true)}>
              {t('leader.import.rejections')}
            </Button>
          )}
          {!withdrawnAt && <TakeBack one={one} />}
          {isShowing && <Rejections one={one} file={file} onClose={() => setShowing(false)} />}
        </Row>
      }
    />
  )
}

function TakeBack({ one }: { one: SignalImport }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useWrite(withdrawImport, ['imports', 'radar'])
  const confirm = () =>
    withdraw.mutate(
      { params: { importId: one.id } },
      { onSuccess: () => setAsking(false), onError: sayRefusal },
    )
  return (
    <>
      <Button look="ghost" onPress={() => setAsking(true)}>
        {t('leader.import.takeBack')}
      </Button>
      <ConfirmDialog
        title={t('leader.import.takeBackTitle', { source: one.source })}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('leader.import.takeBack')}
        isPending={withdraw.isPending}
        onConfirm={confirm}
        isDanger
      >
        {t('leader.import.takeBackText')}
      </ConfirmDialog>
    </>
  )
}

interface RejectionsProps extends Pick<BroughtProps, 'one' | 'file'> {
  onClose: () => void
}

function Rejections({ one, file, onClose }: RejectionsProps) {
  const t = useText()
  const number = useNumber()
  const list = useList(listRejections, { params: { importId: one.id }, query: { limit: 50 } })
  return (
    <Dialog title={t('leader.import.rejectionsOf', { source: one.source })} isOpen onOpenChange={onClose}>
      {one.rejected > mostRejections && (
        <p>{t('leader.import.firstRejections', { most: mostRejections, rejected: one.rejected })}</p>
      )}
      {one.finishedAt && <SaveRejected one={one} file={file} />}
      <ListStatus list={list} rows={3} hasFace={false} />
      <List>
        {list.items.map(({ line, reason }) => (
          <ListRow
            key={line}
            title={t('leader.import.lineNumber', { line: number(line) })}
            text={t(`leader.import.fault.${reason}`)}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Dialog>
  )
}
