import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, RadioGroup, sayRefusal, TextArea, toast, useDate } from '#ui'
import { acceptTime, endTime, type ProtectedTime, withdrawTime } from '../contract.ts'
import { longestWhy } from '../limits.ts'
import { useText } from './text.ts'
import { noonOf } from './words.ts'

const topics = ['protected-time']

/** Accepts what was proposed, asks no more, or ends it. */
export function Settle({ time }: { time: ProtectedTime }) {
  const t = useText()
  const accept = useWrite(acceptTime, topics)
  const withdraw = useWrite(withdrawTime, topics)
  const [isEnding, setEnding] = useState(false)
  const { id, hours, askedHours, can } = time
  const input = { params: { timeId: id } }
  const agree = () =>
    accept.mutate(input, {
      onSuccess: () => toast({ text: t('protected.agreed'), tone: 'success' }),
      onError: sayRefusal,
    })
  const take = () =>
    withdraw.mutate(input, { onSuccess: () => toast(t('protected.withdrawn')), onError: sayRefusal })
  return (
    <>
      {can.accept && (
        <Button look="primary" isPending={accept.isPending} onPress={agree}>
          {t('protected.accept', { hours: hours ?? askedHours })}
        </Button>
      )}
      {can.withdraw && (
        <Button isPending={withdraw.isPending} onPress={take}>
          {t('protected.withdraw')}
        </Button>
      )}
      {can.end && <Button onPress={() => setEnding(true)}>{t('protected.end')}</Button>}
      {isEnding && <EndDialog id={id} onClose={() => setEnding(false)} />}
    </>
  )
}

/** Ends it in a month, or today. */
function EndDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText()
  const date = useDate('day')
  const end = useWrite(endTime, topics)
  const [how, setHow] = useState<'notice' | 'now'>('notice')
  const [why, setWhy] = useState('')
  const done = ({ ended }: ProtectedTime) => {
    onClose()
    toast(t('protected.endDone', { day: ended ? date(noonOf(ended.on)) : '' }))
  }
  const send = () => end.mutate({ params: { timeId: id }, body: { how, why } }, { onSuccess: done })
  return (
    <Dialog title={t('protected.end')} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={send} error={end.error}>
        <p>{t('protected.endText')}</p>
        <RadioGroup<'notice' | 'now'>
          label={t('protected.endHow')}
          items={(['notice', 'now'] as const).map((one) => ({
            id: one,
            label: t(`protected.end.${one}`),
          }))}
          value={how}
          onChange={setHow}
        />
        <TextArea
          label={t('protected.endWhy')}
          name="why"
          value={why}
          onChange={setWhy}
          maxLength={longestWhy}
          lines={2}
          isOptional
        />
        <Button type="submit" look="danger" isPending={end.isPending}>
          {t('protected.end')}
        </Button>
      </Form>
    </Dialog>
  )
}
