import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, TextArea, toast } from '#ui'
import { giveKudos, type Kudos, withdrawKudos } from '../contract.ts'
import { useText } from './text.ts'

export interface GiveThanksProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Whom to thank, when the place says it. */
  to?: { id: string; name: string }
  /** What for: a course or a need, when the place says it. */
  courseId?: string
  needId?: string
}

/** Thanks someone in fifteen seconds: who, and what for. Can be taken back from the message that says so. */
export function GiveThanks({ isOpen, onOpenChange, to, ...about }: GiveThanksProps) {
  const t = useText()
  return (
    <Dialog
      title={to ? t('recognition.giveTo', { name: to.name }) : t('recognition.give')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {isOpen && <ThanksForm to={to} about={about} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

interface Person {
  id: string
  label: string
}

type About = Pick<GiveThanksProps, 'courseId' | 'needId'>

interface ThanksFormProps {
  to: GiveThanksProps['to']
  about: About
  onDone: () => void
}

/** Gives thanks and says so, with the way to take them back. */
function useGiving(onDone: () => void) {
  const t = useText()
  const give = useWrite(giveKudos, ['kudos', 'feed'])
  const withdraw = useWrite(withdrawKudos, ['kudos', 'feed'])
  const takeBack = (kudosId: string) =>
    withdraw.mutate({ params: { kudosId } }, { onSuccess: () => toast(t('recognition.taken')) })
  const onSuccess = (made: Kudos) => {
    onDone()
    toast({
      text: t('recognition.done', { name: made.to.name }),
      tone: 'success',
      undo: () => takeBack(made.id),
    })
  }
  return {
    send: (toId: string, reason: string, { courseId, needId }: About) =>
      give.mutate(
        { body: { toId, reason, courseId: courseId ?? null, needId: needId ?? null } },
        { onSuccess },
      ),
    isPending: give.isPending,
    error: give.error,
  }
}

function ThanksForm({ to, about, onDone }: ThanksFormProps) {
  const t = useText()
  const [person, setPerson] = useState<Person | null>(to ? { id: to.id, label: to.name } : null)
  const [reason, setReason] = useState('')
  const giving = useGiving(onDone)
  const search = usePeopleSearch()
  const send = () => person && giving.send(person.id, reason, about)
  return (
    <Form onSubmit={send} error={giving.error}>
      {!to && (
        <Combobox
          label={t('recognition.to')}
          name="toId"
          placeholder={t('recognition.toSearch')}
          search={search}
          value={person}
          onChange={setPerson}
          isRequired
          autoFocus
        />
      )}
      <TextArea
        label={t('recognition.reason')}
        name="reason"
        hint={t('recognition.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        check={(words) => (words.trim().length < 10 ? t('recognition.reasonShort') : null)}
        onSend={send}
        isRequired
        autoFocus={Boolean(to)}
      />
      <Button type="submit" look="primary" isPending={giving.isPending}>
        {t('recognition.send')}
      </Button>
    </Form>
  )
}
