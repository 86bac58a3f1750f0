import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { call } from '#platform/http/call'
import { useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, IconButton, Menu, sayRefusal, TextArea, TextField, toast } from '#ui'
import {
  changeNeed,
  closeNeed,
  findSimilarNeeds,
  mergeNeed,
  type Need,
  reopenNeed,
  unmergeNeed,
} from '../contract.ts'
import { useText } from './text.ts'

const sayFailure = { onError: sayRefusal }

/** What the reader may do with a need beside giving it a voice: say it better, merge it, close it. */
export function NeedActions({ need }: { need: Need }) {
  const t = useText()
  const [open, setOpen] = useState<'change' | 'merge' | null>(null)
  const close = useWrite(closeNeed, ['needs'])
  const reopen = useWrite(reopenNeed, ['needs'])
  const params = { needId: need.id }
  const undoClose = () => reopen.mutate({ params }, sayFailure)
  const doClose = () =>
    close.mutate(
      { params },
      { ...sayFailure, onSuccess: () => toast({ text: t('need.closed'), undo: undoClose }) },
    )
  const items = [
    ...(need.can.change
      ? [{ id: 'change', label: t('need.change'), onAction: () => setOpen('change') }]
      : []),
    ...(need.can.merge && need.state === 'open'
      ? [{ id: 'merge', label: t('need.merge'), onAction: () => setOpen('merge') }]
      : []),
    ...(need.can.close && need.state === 'open'
      ? [{ id: 'close', label: t('need.close'), onAction: doClose }]
      : []),
    ...(need.state === 'closed' && need.can.close
      ? [{ id: 'reopen', label: t('need.reopen'), onAction: undoClose }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('need.actions')} look="ghost" />} items={items} />
      {open === 'change' && <ChangeDialog need={need} onClose={() => setOpen(null)} />}
      {open === 'merge' && <MergeDialog need={need} onClose={() => setOpen(null)} />}
    </>
  )
}

function ChangeDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useText()
  const [title, setTitle] = useState(need.title)
  const [details, setDetails] = useState(need.details)
  const change = useWrite(changeNeed, ['needs'])
  const save = () =>
    change.mutate({ params: { needId: need.id }, body: { title, details } }, { onSuccess: onClose })
  return (
    <Dialog title={t('need.change')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={save} error={change.error}>
        <TextField
          label={t('need.new.what')}
          name="title"
          value={title}
          onChange={setTitle}
          maxLength={140}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('need.new.details')}
          name="details"
          isOptional
          value={details}
          onChange={setDetails}
          maxLength={4000}
        />
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('need.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

interface Found {
  id: string
  label: string
}

/** Chooses the need that says the same; the voices move there, and back when it is undone. */
function MergeDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const [other, setOther] = useState<Found | null>(null)
  const merge = useWrite(mergeNeed, ['needs'])
  const unmerge = useWrite(unmergeNeed, ['needs'])
  const params = { needId: need.id }
  const find = async (title: string, signal: AbortSignal): Promise<Found[]> => {
    const query = { title: title.trim().length >= 3 ? title.trim() : need.title, exceptId: need.id }
    const { items } = await call(findSimilarNeeds, { query, signal })
    return items.filter(({ state }) => state === 'open').map(({ id, title: label }) => ({ id, label }))
  }
  const send = () => {
    if (!other) return
    merge.mutate(
      { params, body: { into: other.id } },
      {
        onSuccess: () => {
          onClose()
          toast({ text: t('need.merge.done'), undo: () => unmerge.mutate({ params }, sayFailure) })
          void navigate(linkTo(paths.need, { needId: other.id }))
        },
      },
    )
  }
  return (
    <Dialog title={t('need.merge')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={send} error={merge.error}>
        <Combobox
          label={t('need.merge.into')}
          name="into"
          placeholder={t('need.merge.search')}
          search={find}
          value={other}
          onChange={setOther}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={merge.isPending} isDisabled={!other}>
          {t('need.merge.do')}
        </Button>
      </Form>
    </Dialog>
  )
}
