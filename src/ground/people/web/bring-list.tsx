import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { freshKey } from '#platform/http/call'
import { saveText } from '#platform/web/save'
import { useWrite } from '#platform/web/use'
import { useLatest } from '#platform/web/use-latest'
import { Button, Callout, Disclosure, FileDrop, Row, Stack, TextArea, toast } from '#ui'
import { inviteMany, type ListLine, type ListPreview, previewInvitations } from '../list.contract.ts'
import { spreadsheetText, tableText } from './list-csv.ts'
import { ListReport } from './list-report.tsx'
import { useColumns } from './list-words.ts'
import { useText } from './text.ts'
import { useUsualWhere, type Where, WhereFields } from './where.tsx'

const largest = 2 * 1024 * 1024

/** Brings a list of people: it is read and reported line by line first, and then carried out as it was reported. */
export function BringList() {
  const t = useText()
  const { headings, cells, separator } = useColumns()
  const [text, setText] = useState('')
  const list = useBrought()
  const mend = (lines: readonly ListLine[]) => {
    setText(tableText([headings, ...lines.map(cells)], separator))
    list.forget()
  }
  return (
    <Stack gap={16}>
      <FileDrop
        label={t('people.list.drop')}
        hint={t('people.list.hint')}
        accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
        maxBytes={largest}
        onFiles={([file]) => file && list.read(file)}
      />
      <Example />
      <Pasted
        text={text}
        onText={setText}
        isPending={list.isReading}
        onRead={() => list.read(new Blob([text]))}
      />
      <Disclosure title={t('people.list.usual')}>
        <WhereFields where={list.where} onChange={list.setWhere} />
      </Disclosure>
      {list.error && (
        <Callout tone="danger" isAlert>
          {list.error.message}
        </Callout>
      )}
      {list.preview && (
        <ListReport preview={list.preview} isPending={list.isInviting} onInvite={list.invite} onMend={mend} />
      )}
    </Stack>
  )
}

/** What a list looks like, as a file to fill in. */
function Example() {
  const t = useText()
  const { headings, separator } = useColumns()
  const row = [t('people.list.sampleName'), 'dana@example.com', '', '', '', '']
  const save = () =>
    saveText(`${t('people.list.sampleFile')}.csv`, spreadsheetText([headings, row], separator), 'text/csv')
  return (
    <Row gap={8}>
      <Button size="sm" look="line" icon={Download} onPress={save}>
        {t('people.list.sample')}
      </Button>
    </Row>
  )
}

interface PastedProps {
  text: string
  onText: (text: string) => void
  isPending: boolean
  onRead: () => void
}

function Pasted({ text, onText, isPending, onRead }: PastedProps) {
  const t = useText()
  return (
    <Stack gap={8}>
      <TextArea
        label={t('people.list.paste')}
        hint={t('people.list.pasteHint')}
        value={text}
        onChange={onText}
        onSend={onRead}
        lines={4}
      />
      <div>
        <Button isPending={isPending} isDisabled={text.trim() === ''} onPress={onRead}>
          {t('people.list.check')}
        </Button>
      </div>
    </Stack>
  )
}

/** The list in hand: what was brought, what the server says of it, and carrying that out once. */
function useBrought() {
  const t = useText()
  const [where, setWhere] = useState<Where>(useUsualWhere())
  const [source, setSource] = useState<Blob | null>(null)
  const [preview, setPreview] = useState<ListPreview | null>(null)
  const key = useRef('')
  const reading = useWrite(previewInvitations)
  const inviting = useWrite(inviteMany, ['invitations'])
  const { ask, look } = useLatest()
  const read = (body: Blob, query: Where = where) => {
    setSource(body)
    inviting.reset()
    const isLatest = ask()
    const show = (seen: ListPreview | null) => {
      // Of another list, or for another group or role: what is carried out is what was chosen last.
      if (!isLatest()) return
      // One key for one preview: pressing again after a broken connection invites nobody twice.
      key.current = freshKey()
      setPreview(seen)
    }
    reading.mutate({ body, query }, { onSuccess: show, onError: () => show(null) })
  }
  const invite = () => {
    const invitations = preview?.lines.flatMap(({ invitation }) => invitation ?? []) ?? []
    const isStill = look()
    const onSuccess = ({ invited }: { invited: number }) => {
      toast({ text: t('people.list.invited', { count: invited }), tone: 'success' })
      if (source && isStill()) read(source)
    }
    inviting.mutate({ body: { invitations }, key: key.current }, { onSuccess })
  }
  return {
    where,
    setWhere: (part: Partial<Where>) => {
      setWhere({ ...where, ...part })
      if (source) read(source, { ...where, ...part })
    },
    read: (body: Blob) => read(body),
    forget: () => {
      ask()
      setSource(null)
      setPreview(null)
    },
    invite,
    preview,
    isReading: reading.isPending,
    isInviting: inviting.isPending,
    error: reading.error ?? inviting.error,
  }
}
