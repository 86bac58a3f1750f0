import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { clockAt, momentIn } from '#platform/time-zone'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, NumberChoice, TextArea, TextField, toast } from '#ui'
import { changeOfficeHour, type OfficeHour, offerOfficeHour } from '../../hour.contract.ts'
import { longest } from '../../limits.ts'
import { GroupChoice } from '../group-choice.tsx'
import { useText } from '../text.ts'
import { useZone } from '../zone.ts'

interface HourDialogProps {
  /** Those that are changed; left out, new ones. */
  hour?: OfficeHour
  onClose: () => void
}

/** Offers office hours, or changes them. */
export function HourDialog({ hour, onClose }: HourDialogProps) {
  const t = useText()
  const title = hour ? t('community.hour.changeOf', { topic: hour.topic }) : t('community.hour.offer')
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} size="md">
      <HourForm hour={hour} onDone={onClose} />
    </Dialog>
  )
}

interface HourFormProps {
  hour: OfficeHour | undefined
  onDone: () => void
}

/** A moment as the field for day and time has it, in a zone. */
const fieldOf = (at: string, timeZone: string) => clockAt(new Date(at), timeZone).toISOString().slice(0, 16)

function useOffer({ hour, onDone }: HourFormProps) {
  const t = useText()
  const { organization } = useSession()
  const timeZone = useZone()
  const [said, setSaid] = useState({
    groupId: hour?.group.id ?? organization.id,
    topic: hour?.topic ?? '',
    words: hour?.words ?? '',
    local: hour ? fieldOf(hour.startsAt, timeZone) : '',
    minutes: hour?.minutes ?? 30,
    places: hour?.places ?? 4,
    place: hour?.place ?? '',
  })
  const offer = useWrite(offerOfficeHour, ['office-hours'])
  const change = useWrite(changeOfficeHour, ['office-hours'])
  const done = () => {
    onDone()
    toast({ text: t(hour ? 'community.hour.changed' : 'community.hour.sent'), tone: 'success' })
  }
  const send = () => {
    const { groupId, local, ...rest } = said
    const [day = '', time = ''] = local.split('T')
    const body = { ...rest, startsAt: momentIn(timeZone, day, time.slice(0, 5)).toISOString(), timeZone }
    if (hour) change.mutate({ params: { hourId: hour.id }, body }, { onSuccess: done })
    else offer.mutate({ body: { groupId, ...body } }, { onSuccess: done })
  }
  const { isPending, error } = hour ? change : offer
  return { said, set: (more: Partial<typeof said>) => setSaid({ ...said, ...more }), send, isPending, error }
}

function HourForm(props: HourFormProps) {
  const t = useText()
  const { said, set, send, isPending, error } = useOffer(props)
  const { groupId, topic, words, place } = said
  return (
    <Form onSubmit={send} error={error}>
      <TextField
        label={t('community.hour.topic')}
        name="topic"
        value={topic}
        onChange={(next) => set({ topic: next })}
        maxLength={longest.topic}
        isRequired
      />
      <TextArea
        label={t('community.hour.words')}
        name="words"
        value={words}
        onChange={(next) => set({ words: next })}
        maxLength={2000}
        lines={2}
        isOptional
      />
      <When {...said} set={set} />
      <TextField
        label={t('community.hour.place')}
        name="place"
        value={place}
        onChange={(next) => set({ place: next })}
        maxLength={longest.place}
        isRequired
      />
      {!props.hour && <GroupChoice value={groupId} onChange={(next) => set({ groupId: next })} />}
      <Button type="submit" look="primary" isPending={isPending}>
        {t(props.hour ? 'community.save' : 'community.hour.send')}
      </Button>
    </Form>
  )
}

interface WhenProps {
  local: string
  minutes: number
  places: number
  set: (more: { local?: string; minutes?: number; places?: number }) => void
}

/** When, for how long, and for how many. */
function When({ local, minutes, places, set }: WhenProps) {
  const t = useText()
  const zone = useZone()
  return (
    <>
      <TextField
        label={t('community.hour.startsAt', { zone })}
        name="startsAt"
        type="datetime-local"
        value={local}
        onChange={(next) => set({ local: next })}
        isRequired
      />
      <NumberChoice
        label={t('community.hour.minutes')}
        value={minutes}
        among={[15, 30, 45, 60, 90, 120]}
        words={(count) => t('community.hour.minutesOf', { count })}
        onChange={(next) => set({ minutes: next })}
      />
      <NumberChoice
        label={t('community.hour.places')}
        value={places}
        among={[1, 2, 4, 8, 12, 20, 50]}
        words={(count) => t('community.hour.placesOf', { count })}
        onChange={(next) => set({ places: next })}
      />
    </>
  )
}
