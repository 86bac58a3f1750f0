import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, sayRefusal, TextArea, toast } from '#ui'
import { cancelOfficeHour, joinOfficeHour, leaveOfficeHour, type OfficeHour } from '../../hour.contract.ts'
import { longest } from '../../limits.ts'
import { useText } from '../text.ts'
import { useZone } from '../zone.ts'
import { HourDialog } from './hour-form.tsx'

const topics = ['office-hours']

/** Signs up for office hours and gives the place back. */
function usePlace({ id }: OfficeHour) {
  const t = useText()
  const timeZone = useZone()
  const params = { hourId: id }
  const join = useWrite(joinOfficeHour, topics)
  const leave = useWrite(leaveOfficeHour, topics)
  const take = () =>
    join.mutate(
      { params, body: { timeZone } },
      {
        onSuccess: () => toast({ text: t('community.hour.joined'), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  const giveBack = () =>
    leave.mutate(
      { params },
      {
        onSuccess: () => toast({ text: t('community.hour.left'), undo: take }),
        onError: sayRefusal,
      },
    )
  return { take, giveBack, isPending: join.isPending || leave.isPending }
}

/** What the reader may do about office hours. */
export function HourActs({ hour }: { hour: OfficeHour }) {
  const t = useText()
  const { topic, can } = hour
  const { take, giveBack, isPending } = usePlace(hour)
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {can.join && (
        <Button
          look="primary"
          isPending={isPending}
          onPress={take}
          aria-label={t('community.hour.joinOf', { topic })}
        >
          {t('community.hour.join')}
        </Button>
      )}
      {can.leave && (
        <Button isPending={isPending} onPress={giveBack} aria-label={t('community.hour.leaveOf', { topic })}>
          {t('community.hour.leave')}
        </Button>
      )}
      {can.change && (
        <>
          <Button onPress={() => setOpen('change')} aria-label={`${t('community.hour.change')}: ${topic}`}>
            {t('community.hour.change')}
          </Button>
          <Button
            look="ghost"
            onPress={() => setOpen('cancel')}
            aria-label={t('community.hour.cancelOf', { topic })}
          >
            {t('community.hour.cancel')}
          </Button>
        </>
      )}
      {open === 'change' && <HourDialog hour={hour} onClose={close} />}
      {open === 'cancel' && <Cancel hour={hour} onClose={close} />}
    </>
  )
}

/** Cancels one’s own, saying why. */
function Cancel({ hour: { id }, onClose }: { hour: OfficeHour; onClose: () => void }) {
  const t = useText()
  const cancel = useWrite(cancelOfficeHour, topics)
  const [why, setWhy] = useState('')
  const done = () => {
    onClose()
    toast(t('community.hour.cancelDone'))
  }
  const send = () => cancel.mutate({ params: { hourId: id }, body: { why } }, { onSuccess: done })
  return (
    <Dialog title={t('community.hour.cancel')} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={send} error={cancel.error}>
        <p>{t('community.hour.cancelText')}</p>
        <TextArea
          label={t('community.hour.cancelWhy')}
          name="why"
          value={why}
          onChange={setWhy}
          maxLength={longest.why}
          lines={2}
          isRequired
        />
        <Button type="submit" look="danger" isPending={cancel.isPending}>
          {t('community.hour.cancel')}
        </Button>
      </Form>
    </Dialog>
  )
}
