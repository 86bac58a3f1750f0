import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Select, toast } from '#ui'
import { type RuleGift, takeBackGift, takeBackRule } from '../../given.contract.ts'
import type { RecognitionRule } from '../../rule.contract.ts'
import { AskWhy } from '../ask-why.tsx'
import { useText } from './text.ts'

const topics = ['rules', 'badges', 'accounts', 'bonuses']

/** Takes one thing back that a rule gave. */
export function TakeBackOne({ gift, onClose }: { gift: RuleGift; onClose: () => void }) {
  const t = useText()
  const take = useWrite(takeBackGift, topics)
  const name = gift.member?.name ?? t('rule.unnamed')
  const send = (reason: string) =>
    take.mutate(
      { params: { giftId: gift.id }, body: { reason } },
      {
        onSuccess: ({ taken, points, bonus }) => {
          onClose()
          const missing = taken?.missing ?? 0
          const stays = bonus?.state === 'approved' || bonus?.state === 'exported'
          toast(
            t('rule.tookBack', {
              ...{ points: points - missing, missing, approved: Number(stays) },
              withdrawn: Number(bonus?.state === 'withdrawn'),
            }),
          )
        },
      },
    )
  return (
    <AskWhy
      title={t('rule.takeBackOf', { name })}
      text={t('rule.takeBackText')}
      label={t('rule.takeBackReason')}
      tooShort={t('rule.reasonShort')}
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

/** Takes back, some hundreds at a time, what versions of a rule gave; says how far it is. */
function useTakingBack(ruleId: string, version: number | null, onClose: () => void) {
  const t = useText()
  const [progress, setProgress] = useState<{ times: number; left: number } | null>(null)
  const take = useWrite(takeBackRule, topics)
  const send = async (reason: string) => {
    const sum = { points: 0, missing: 0, times: 0, withdrawn: 0, approved: 0 }
    for (let round = 0; round < mostRounds; round += 1) {
      // A refusal is shown from `take.error`; what was taken back before it stays so.
      const done = await take
        .mutateAsync({ params: { ruleId: ruleId }, body: { reason, version } })
        .catch(() => null)
      if (!done) return
      sum.points += done.points
      sum.missing += done.missing
      sum.times += done.times
      sum.withdrawn += done.withdrawn
      sum.approved += done.approved
      setProgress({ times: sum.times, left: done.left })
      if (done.left === 0) break
    }
    onClose()
    toast(t('rule.tookBack', sum))
  }
  return { send, progress, isPending: take.isPending, error: take.error }
}

/** Takes back all that a rule gave, or one version of it. */
export function TakeBackAll({ rule, onClose }: { rule: RecognitionRule; onClose: () => void }) {
  const t = useText()
  const [which, setWhich] = useState(every)
  const version = which === every ? null : Number(which)
  const { send, progress, isPending, error } = useTakingBack(rule.id, version, onClose)
  const versions = Array.from({ length: rule.version }, (_, at) => rule.version - at)
  return (
    <AskWhy
      title={t('rule.takeBackAll')}
      text={t('rule.takeBackAllText')}
      label={t('rule.takeBackReason')}
      tooShort={t('rule.reasonShort')}
      action={t('rule.takeBackAll')}
      isPending={isPending}
      error={error}
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
    </AskWhy>
  )
}
