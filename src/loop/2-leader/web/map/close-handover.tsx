import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, Row, TextArea, toast } from '#ui'
import { closeHandover, type Handover } from '../../map.contract.ts'
import { useText } from '../text.ts'

interface Person {
  id: string
  label: string
}

/** Says who is asked about a topic from now on, out of those who help most with it besides or anybody; or why nobody is. */
export function CloseHandover({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const t = useText()
  const { id, topic, member, proposals } = handover
  const [person, setPerson] = useState<Person | null>(null)
  const [note, setNote] = useState('')
  const search = usePeopleSearch()
  const close = useWrite(closeHandover, ['handovers'])
  const save = () =>
    close.mutate(
      { params: { handoverId: id }, body: { successorId: person?.id ?? null, note } },
      {
        onSuccess: () => {
          toast({ text: t('leader.handover.settled', { topic: topic.name }), tone: 'success' })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t('leader.handover.title', { topic: topic.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={close.error}>
        {proposals.length > 0 && (
          <div>
            <p className="ui-muted">{t('leader.handover.proposals', { name: member.name })}</p>
            <Row isTight>
              {proposals.map(({ id: one, name }) => (
                <Button key={one} size="sm" onPress={() => setPerson({ id: one, label: name })}>
                  {name}
                </Button>
              ))}
            </Row>
          </div>
        )}
        <Combobox
          label={t('leader.handover.who')}
          hint={t('leader.handover.whoHint')}
          name="successorId"
          search={search}
          value={person}
          onChange={setPerson}
          isOptional
        />
        <TextArea
          label={t('leader.handover.note')}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={1000}
          lines={3}
          {...(person ? { isOptional: true } : { isRequired: true })}
        />
        <div>
          <Button type="submit" look="primary" isPending={close.isPending}>
            {t('leader.handover.settle')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
