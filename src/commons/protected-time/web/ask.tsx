import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import {
  Button,
  Dialog,
  Form,
  NumberChoice,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  toast,
  useLocale,
  useTimeZone,
} from '#ui'
import { askForTime } from '../contract.ts'
import { longestWhy } from '../limits.ts'
import { useText } from './text.ts'
import { weekdayName } from './words.ts'

type Rhythm = 'flexible' | 'weekly' | 'monthly'

/** Asks for time: how much, from when until when, on which days, and what for. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('protected.ask')} isOpen onOpenChange={onClose} size="md">
      <AskForm onDone={onClose} />
    </Dialog>
  )
}

/** A day so many days from now, as the field has it. */
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

function useAsking(onDone: () => void) {
  const t = useText()
  const { groups, organization } = useSession()
  const timeZone = useTimeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const ask = useWrite(askForTime, ['protected-time'])
  const [said, setSaid] = useState({
    groupId: groups.find(({ id }) => id !== organization.id)?.id ?? organization.id,
    ...{ hours: 4, fromDay: dayFrom(1), untilDay: dayFrom(183), why: '' },
    ...{ rhythm: 'flexible' as Rhythm, weekday: 4, time: '14:00' },
  })
  const done = () => {
    onDone()
    toast({ text: t('protected.askDone'), tone: 'success' })
  }
  const send = () => {
    const { weekday, time, ...rest } = said
    const at =
      said.rhythm === 'flexible' ? { weekday: null, time: null } : { weekday, time: time.slice(0, 5) }
    ask.mutate({ body: { ...rest, ...at, timeZone } }, { onSuccess: done })
  }
  const set = (more: Partial<typeof said>) => setSaid({ ...said, ...more })
  return { said, set, send, groups, isPending: ask.isPending, error: ask.error }
}

type Asking = ReturnType<typeof useAsking>

function AskForm({ onDone }: { onDone: () => void }) {
  const t = useText()
  const asking = useAsking(onDone)
  const { said, set, send, groups, isPending, error } = asking
  return (
    <Form onSubmit={send} error={error}>
      <TextArea
        label={t('protected.why')}
        name="why"
        value={said.why}
        onChange={(why) => set({ why })}
        maxLength={longestWhy}
        lines={3}
        isRequired
      />
      <NumberChoice
        label={t('protected.hours')}
        name="hours"
        value={said.hours}
        among={[2, 4, 6, 8, 12, 16]}
        words={(count) => t('protected.hoursOf', { count })}
        onChange={(hours) => set({ hours })}
      />
      <Days {...asking} />
      {groups.length > 1 && (
        <Select
          label={t('protected.group')}
          hint={t('protected.groupHint')}
          items={groups.map(({ id, name }) => ({ id, label: name }))}
          value={said.groupId}
          onChange={(groupId) => set({ groupId })}
        />
      )}
      <Button type="submit" look="primary" isPending={isPending}>
        {t('protected.send')}
      </Button>
    </Form>
  )
}

/** From when until when, and on which days. */
function Days({ said, set }: Pick<Asking, 'said' | 'set'>) {
  const t = useText()
  return (
    <>
      <TextField
        label={t('protected.from')}
        name="fromDay"
        type="date"
        value={said.fromDay}
        onChange={(fromDay) => set({ fromDay })}
        isRequired
      />
      <TextField
        label={t('protected.until')}
        name="untilDay"
        type="date"
        value={said.untilDay}
        onChange={(untilDay) => set({ untilDay })}
        isRequired
      />
      <RadioGroup<Rhythm>
        label={t('protected.rhythm')}
        items={(['flexible', 'weekly', 'monthly'] as const).map((id) => ({
          ...{ id, label: t(`protected.rhythm.${id}`), hint: t(`protected.rhythmHint.${id}`) },
        }))}
        value={said.rhythm}
        onChange={(rhythm) => set({ rhythm })}
      />
      {said.rhythm !== 'flexible' && <TimeOfDay said={said} set={set} />}
    </>
  )
}

function TimeOfDay({ said, set }: Pick<Asking, 'said' | 'set'>) {
  const t = useText()
  const locale = useLocale()
  return (
    <>
      <NumberChoice
        label={t('protected.weekday')}
        name="weekday"
        value={said.weekday}
        among={[1, 2, 3, 4, 5, 6, 7]}
        words={(weekday) => weekdayName(locale, weekday)}
        onChange={(weekday) => set({ weekday })}
      />
      <TextField
        label={t('protected.time')}
        name="time"
        type="time"
        value={said.time}
        onChange={(time) => set({ time })}
        isRequired
      />
    </>
  )
}
