import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, type FormProps, Select, TextArea, toast } from '#ui'
import { type RuleGift, takeBackGift, takeBackRule } from '../../given.contract.ts'
import type { RecognitionRule } from '../../rule.contract.ts'
import { useText } from './text.ts'

const topics = ['rules', 'badges', 'accounts']

/** Takes one thing back that a rule gave. */
export function TakeBackOne({ gift, onClose }: { gift: RuleGift; onClose: () => void }) {
  const t = useText()
  const take = useWrite(takeBackGift, topics)
  const name = gift.member?.name ?? t('rule.unnamed')
  const send = (reason: string) =>
    take.mutate(
      { params: { giftId: gift.id }, body: { reason } },
      {
        onSuccess: ({ taken, points }) => {
          onClose()
          const missing = taken?.missing ?? 0
          toast(t('rule.tookBack', { points: points - missing, missing }))
        },
      },
    )
  return (
    <Asking
      title={t('rule.takeBackOf', { name })}
      text={t('rule.takeBackText')}
      action={t('rule.takeBack')}
      isPending={take.isPending}
      error={take.error}
      onSend={send}
      onClose={onClose}
    />
  )
}

/** More than any rule gives in years: what is left then is asked for anew. */
const mostRounds = 500
const every = 'every'

/** Takes back, some hundreds at a time, all that a rule gave, or one version of it; says how far it is. */
export function TakeBackAll({ rule, onClose }: { rule: RecognitionRule; onClose: () => void }) {
  const t = useText()
  const [which, setWhich] = useState(every)
  const [progress, setProgress] = useState<{ times: number; left: number } | null>(null)
  const take = useWrite(takeBackRule, topics)
  const version = which === every ? null : Number(which)
  const send = async (reason: string) => {
    const sum = { points: 0, missing: 0, times: 0 }
    for (let round = 0; round < mostRounds; round += 1) {
      // A refusal is shown from `take.error`; what was taken back before it stays so.
      const done = await take
        .mutateAsync({ params: { ruleId: rule.id }, body: { reason, version } })
        .catch(() => null)
      if (!done) return
      sum.points += done.points
      sum.missing += done.missing
      sum.times += done.times
      setProgress({ times: sum.times, left: done.left })
      if (done.left === 0) break
    }
    onClose()
    toast(t('rule.tookBack', sum))
  }
  const versions = Array.from({ length: rule.version }, (_, at) => rule.version - at)
  return (
    <Asking
      title={t('rule.takeBackAll')}
      text={t('rule.takeBackAllText')}
      action={t('rule.takeBackAll')}
      isPending={take.isPending}
      error={take.error}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    >
      {rule.version > 1 && (
        <Select
          label={t('rule.takeBackWhich')}
          items={[
            { id: every, label: t('rule.takeBackEvery') },
            ...versions.map((one) => ({ id: `${one}`, label: t('rule.takeBackVersion', { version: one }) })),
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      {progress && <p role="status">{t('rule.tookBackSoFar', progress)}</p>}
    </Asking>
  )
}

interface AskingProps {
  title: string
  text: string
  action: string
  isPending: boolean
  error: FormProps['error']
  onSend: (reason: string) => void
  onClose: () => void
  children?: React.ReactNode
}

/** Asks why before something is taken back. */
function Asking({ title, text, action, isPending, error, onSend, onClose, children }: AskingProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={() => onSend(reason)} error={error}>
        <p>{text}</p>
        {children}
        <TextArea
          label={t('rule.takeBackReason')}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          check={(words) => (words.trim().length < 10 ? t('rule.reasonShort') : null)}
          isRequired
          autoFocus
        />
        <Button type="submit" look="danger" isPending={isPending}>
          {action}
        </Button>
      </Form>
    </Dialog>
  )
}
