import { Copy, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '#platform/web/save'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Dialog, Form, RadioGroup, Row, Stack, TextField, toast } from '#ui'
import { addApiKey } from '../api-key.contract.ts'
import { useText } from './text.ts'

const spans = ['30', '90', '366'] as const
type Span = (typeof spans)[number]

const useAdding = () => useWrite(addApiKey, ['api-keys'])

/** Makes a key, and shows it this once: also where its window was closed while it was being made, for it is never told again. */
export function NewKey() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const add = useAdding()
  // Of its own, so that what is closed meanwhile takes nothing of it away.
  const [made, show] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    show(null)
    add.reset()
  }
  return (
    <>
      <Button look="primary" icon={KeyRound} onPress={() => setOpen(true)}>
        {t('people.keys.new')}
      </Button>
      <Dialog
        title={t(made ? 'people.keys.made' : 'people.keys.new')}
        isAlert={made !== null}
        isOpen={isOpen || made !== null}
        onOpenChange={(now) => (now ? setOpen(true) : close())}
      >
        {made ? <Made value={made} onDone={close} /> : <KeyForm add={add} onMade={show} />}
      </Dialog>
    </>
  )
}

interface KeyFormProps {
  add: ReturnType<typeof useAdding>
  onMade: (key: string) => void
}

function KeyForm({ add, onMade }: KeyFormProps) {
  const t = useText()
  const [name, setName] = useState('')
  const [days, setDays] = useState<Span>('90')
  const save = () =>
    add.mutate(
      { body: { name, opens: 'imports', days: Number(days) } },
      { onSuccess: ({ key }) => onMade(key) },
    )
  return (
    <Form onSubmit={save} error={add.error}>
      <p>{t('people.keys.newText')}</p>
      <TextField
        label={t('people.keys.name')}
        hint={t('people.keys.nameHint')}
        name="name"
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
      />
      <RadioGroup
        label={t('people.keys.days')}
        value={days}
        onChange={setDays}
        items={spans.map((id) => ({ id, label: t('people.keys.daysCount', { days: Number(id) }) }))}
      />
      <div>
        <Button type="submit" look="primary" isPending={add.isPending}>
          {t('people.keys.make')}
        </Button>
      </div>
    </Form>
  )
}

function Made({ value, onDone }: { value: string; onDone: () => void }) {
  const t = useText()
  const copy = () =>
    copyText(value).then(
      () => toast({ text: t('people.keys.copied'), tone: 'success' }),
      // The browser keeps the clipboard to itself: the key stands just above.
      () => toast(t('people.keys.notCopied')),
    )
  return (
    <Stack>
      <Callout tone="warning">{t('people.keys.once')}</Callout>
      <TextField label={t('people.keys.key')} value={value} isReadOnly />
      <p className="ui-muted">{t('people.keys.how')}</p>
      <Row>
        <Button look="primary" icon={Copy} onPress={() => void copy()}>
          {t('people.keys.copy')}
        </Button>
        <Button onPress={onDone}>{t('people.keys.done')}</Button>
      </Row>
    </Stack>
  )
}
