import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, TextArea, toast } from '#ui'
import { greetVolunteer, type Volunteer } from '../contract.ts'
import { useText } from './text.ts'

/** Greets a volunteer: words are there to begin with, to be sent as they are or in one’s own way. */
export function Greet({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const t = useText()
  const { name } = volunteer.member
  const [words, setWords] = useState(t('volunteers.greet.words', { name: name.split(' ')[0] ?? name }))
  const greet = useWrite(greetVolunteer, ['volunteers'])
  const onSuccess = () => {
    toast({ text: t('volunteers.greet.sent', { name }), tone: 'success' })
    onClose()
  }
  const send = () => greet.mutate({ params: { volunteerId: volunteer.id }, body: { words } }, { onSuccess })
  return (
    <Dialog title={t('volunteers.greet', { name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={greet.error}>
        <TextArea
          label={t('volunteers.greet.label')}
          hint={t('volunteers.greet.hint', { name })}
          name="words"
          value={words}
          onChange={setWords}
          onSend={send}
          maxLength={1000}
          lines={4}
          isRequired
          autoFocus
        />
        <div>
          <Button type="submit" look="primary" isPending={greet.isPending}>
            {t('volunteers.greet.send')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
