import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Checkbox, Form, Select, TagPicker, TextArea, TextField, toast } from '#ui'
import { getAllowance, giveKudos, type Kudos, withdrawKudos } from '../contract.ts'
import { getRecognition } from '../settings.contract.ts'
import { useText } from './text.ts'
import { type SaidFile, ThanksPicture } from './thanks-picture.tsx'

interface Person {
  id: string
  label: string
}

/** What for, where the place says it: a course or a need, and an answer there. */
export interface About {
  courseId?: string
  needId?: string
  commentId?: string
}

interface Said extends SaidFile {
  people: readonly Person[]
  reason: string
  valueId: string | null
  points: number
  isPrivate: boolean
  isCommendation: boolean
}

/** Gives thanks and says so, with the way to take them back. */
function useGiving(about: About, onDone: () => void) {
  const t = useText()
  const topics = ['kudos', 'feed', 'accounts', 'unthanked']
  const give = useWrite(giveKudos, topics)
  const withdraw = useWrite(withdrawKudos, topics)
  const takeBack = (kudosId: string) =>
    withdraw.mutate({ params: { kudosId } }, { onSuccess: () => toast(t('recognition.taken')) })
  const onSuccess = (made: Kudos) => {
    onDone()
    toast({
      text: t('recognition.done', { name: made.to.name, others: made.others.length }),
      tone: 'success',
      undo: () => takeBack(made.id),
    })
  }
  return {
    send: ({ people, fileId, alt, ...said }: Said) => {
      const file = fileId ? { id: fileId, alt } : null
      give.mutate({ body: { toIds: people.map(({ id }) => id), ...said, file, ...about } }, { onSuccess })
    },
    isPending: give.isPending,
    error: give.error,
  }
}

interface ThanksFormProps {
  /** The beginning of a commendation; left out for thanks. */
  beginning?: string
  /** Whom to thank, when the place says it. */
  to: { id: string; name: string } | undefined
  about: About
  onDone: () => void
}

const ofThanks = {
  to: 'recognition.to',
  reason: 'recognition.reason',
  hint: 'recognition.reasonHint',
  send: 'recognition.send',
} as const
const ofCommendation = {
  to: 'commendation.to',
  reason: 'commendation.reason',
  hint: 'commendation.reasonHint',
  send: 'commendation.send',
} as const

/** Whom, and what for; more where the organization thanks for values, or with points. */
export function ThanksForm({ to, about, onDone, beginning }: ThanksFormProps) {
  const t = useText()
  const isCommendation = beginning !== undefined
  const words = isCommendation ? ofCommendation : ofThanks
  const [said, setSaid] = useState<Said>({
    ...{ people: to ? [{ id: to.id, label: to.name }] : [], reason: beginning ?? '' },
    ...{ valueId: null, points: 0, fileId: null, alt: '', isPrivate: false, isCommendation },
  })
  const change = (part: Partial<Said>) => setSaid((before) => ({ ...before, ...part }))
  const [isSending, setSending] = useState(false)
  const giving = useGiving(about, onDone)
  const search = usePeopleSearch()
  const send = () => {
    if (!isSending) giving.send(said)
  }
  return (
    <Form onSubmit={send} error={giving.error}>
      <TagPicker
        label={t(words.to)}
        name="toIds"
        placeholder={t('recognition.toSearch')}
        search={search}
        value={said.people}
        onChange={(people) => change({ people })}
        isRequired
        autoFocus={!to}
      />
      <TextArea
        label={t(words.reason)}
        name="reason"
        hint={t(words.hint)}
        value={said.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        check={(text) => (text.trim().length < 10 ? t('recognition.reasonShort') : null)}
        onSend={send}
        isRequired
        autoFocus={Boolean(to)}
      />
      <ThanksPicture alt={said.alt} onChange={change} onBusy={setSending} />
      <Value value={said.valueId} onChange={(valueId) => change({ valueId })} />
      <Points count={said.people.length} onChange={(points) => change({ points })} />
      <Checkbox isSelected={said.isPrivate} onChange={(isPrivate) => change({ isPrivate })}>
        {t('recognition.privately')}
      </Checkbox>
      <Button type="submit" look="primary" isPending={giving.isPending} isDisabled={isSending}>
        {t(words.send)}
      </Button>
    </Form>
  )
}

const none = 'none'

/** What of the organization's values it shows; nothing where it has named none. */
function Value({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useText()
  const read = useRead(getRecognition, {}, { topics: ['recognition'] })
  const values = (read.data?.values ?? []).filter(({ archivedAt }) => archivedAt === null)
  if (values.length === 0) return null
  return (
    <Select
      label={t('recognition.value')}
      name="valueId"
      value={value ?? none}
      items={[
        { id: none, label: t('recognition.value.none') },
        ...values.map(({ id, name, about }) => ({ id, label: name, hint: about })),
      ]}
      onChange={(id) => onChange(id === none ? null : id)}
      isOptional
    />
  )
}

/** Points for each, from what one may still give this month; nothing where the organization gives none. */
function Points({ count, onChange }: { count: number; onChange: (points: number) => void }) {
  const t = useText()
  const read = useRead(getAllowance, {}, { topics: ['accounts', 'recognition'] })
  if (!read.data || (read.data.granted === 0 && read.data.left === 0)) return null
  const { left } = read.data
  const most = Math.floor(left / Math.max(1, count))
  const check = (words: string) =>
    words === '' || (/^\d{1,5}$/.test(words.trim()) && Number(words) <= most)
      ? null
      : t('recognition.pointsMost', { most })
  return (
    <TextField
      label={t('recognition.pointsEach')}
      name="points"
      hint={t('recognition.pointsLeft', { left })}
      inputMode="numeric"
      check={check}
      onChange={(words) => onChange(/^\d{1,5}$/.test(words.trim()) ? Number(words) : 0)}
      isOptional
    />
  )
}
