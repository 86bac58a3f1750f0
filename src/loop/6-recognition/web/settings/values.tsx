import { Archive, ArchiveRestore, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import {
  Button,
  Dialog,
  Form,
  IconButton,
  List,
  ListRow,
  Row,
  sayRefusal,
  TextArea,
  TextField,
  toast,
} from '#ui'
import {
  addKudosValue,
  archiveKudosValue,
  changeKudosValue,
  type KudosValue,
  restoreKudosValue,
} from '../../settings.contract.ts'
import { useText } from '../text.ts'

const topics = ['recognition', 'kudos']

/** What one may thank for here, and below it what one no longer may. */
export function Values({ values, maySet }: { values: readonly KudosValue[]; maySet: boolean }) {
  const t = useText()
  const [open, setOpen] = useState<KudosValue | 'new' | null>(null)
  const sorted = values.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
  return (
    <>
      <h3>{t('recognition.values')}</h3>
      {values.length === 0 && <p className="ui-muted">{t('recognition.values.none')}</p>}
      <List label={t('recognition.values')}>
        {sorted.map((value) => (
          <ListRow
            key={value.id}
            title={value.name}
            text={value.archivedAt === null ? value.about : t('recognition.values.archived')}
            after={maySet && <Actions value={value} onChange={() => setOpen(value)} />}
          />
        ))}
      </List>
      {maySet && (
        <div>
          <Button icon={Plus} onPress={() => setOpen('new')}>
            {t('recognition.values.add')}
          </Button>
        </div>
      )}
      {open && <ValueForm value={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function Actions({ value, onChange }: { value: KudosValue; onChange: () => void }) {
  const t = useText()
  const archive = useWrite(archiveKudosValue, topics)
  const restore = useWrite(restoreKudosValue, topics)
  const { id: valueId, name } = value
  const params = { valueId }
  const putBack = () => restore.mutate({ params }, { onError: sayRefusal })
  const putAway = () =>
    archive.mutate(
      { params },
      {
        onSuccess: () => toast({ text: t('recognition.values.put', { name }), undo: putBack }),
        onError: sayRefusal,
      },
    )
  if (value.archivedAt !== null)
    return (
      <IconButton
        icon={ArchiveRestore}
        look="ghost"
        label={t('recognition.values.restore', { name })}
        isPending={restore.isPending}
        onPress={putBack}
      />
    )
  return (
    <Row gap={4} isTight>
      <IconButton
        icon={Pencil}
        look="ghost"
        label={t('recognition.values.change', { name })}
        onPress={onChange}
      />
      <IconButton
        icon={Archive}
        look="ghost"
        label={t('recognition.values.archive', { name })}
        isPending={archive.isPending}
        onPress={putAway}
      />
    </Row>
  )
}

function ValueForm({ value, onClose }: { value: KudosValue | null; onClose: () => void }) {
  const t = useText()
  const [name, setName] = useState(value?.name ?? '')
  const [about, setAbout] = useState(value?.about ?? '')
  const add = useWrite(addKudosValue, topics)
  const change = useWrite(changeKudosValue, topics)
  const done = { onSuccess: onClose }
  const body = { name, about }
  const send = () =>
    value ? change.mutate({ params: { valueId: value.id }, body }, done) : add.mutate({ body }, done)
  const title = value ? t('recognition.values.change', { name: value.name }) : t('recognition.values.add')
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={value ? change.error : add.error}>
        <TextField
          label={t('recognition.values.name')}
          name="name"
          value={name}
          onChange={setName}
          maxLength={40}
          check={(words) => (words.trim().length < 2 ? t('recognition.values.short') : null)}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('recognition.values.about')}
          name="about"
          hint={t('recognition.values.aboutHint')}
          value={about}
          onChange={setAbout}
          maxLength={300}
          onSend={send}
          isOptional
        />
        <Button type="submit" look="primary" isPending={add.isPending || change.isPending}>
          {t('recognition.settings.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
