import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Callout, ConfirmDialog, sayRefusal, toast, useDate } from '#ui'
import { type RecognitionRule, switchRuleOff, switchRuleOn } from '../../rule.contract.ts'
import { Sentence } from './sentence.tsx'
import { useText } from './text.ts'

const topics = ['rules']

/** Whether the rule is on, in which version, and the way to switch it off. */
export function Activity({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  const date = useDate()
  const off = useWrite(switchRuleOff, topics)
  const { id: ruleId, active, version, award, purse } = rule
  const stop = () =>
    off.mutate({ params: { ruleId } }, { onSuccess: () => toast(t('rule.switchedOff')), onError: sayRefusal })
  if (!active) return <Callout>{t('rule.isOff')}</Callout>
  const said = { version: active.version, date: date(active.since), name: active.by.name }
  return (
    <>
      <Callout
        tone="success"
        action={
          <Button look="line" size="sm" isPending={off.isPending} onPress={stop}>
            {t('rule.switchOff')}
          </Button>
        }
      >
        {t('rule.isOn', said)}
        {active.version !== version && <> {t('rule.isNewer', { version })}</>}
      </Callout>
      {award && !award.isUsable && <Callout tone="warning">{t('rule.unusable')}</Callout>}
      {purse && !purse.isUsable && <Callout tone="warning">{t('rule.bonusUnusable')}</Callout>}
    </>
  )
}

/** Has the version that was tried act from now on, once that is confirmed. */
export function SwitchOn({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const on = useWrite(switchRuleOn, topics)
  const { id: ruleId, name, version, active } = rule
  if (active?.version === version || rule.archivedAt) return null
  const confirm = () =>
    on.mutate(
      { params: { ruleId }, body: { version } },
      {
        onSuccess: () => {
          setAsking(false)
          toast({ text: t('rule.switchedOn', { version }), tone: 'success' })
        },
        onError: sayRefusal,
      },
    )
  return (
    <div>
      <Button look="primary" onPress={() => setAsking(true)}>
        {t('rule.switchOn', { version })}
      </Button>
      <ConfirmDialog
        title={t('rule.switchOnAsk', { name })}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('rule.switchOn', { version })}
        isPending={on.isPending}
        onConfirm={confirm}
      >
        <Sentence rule={rule} />
        <p>{t('rule.switchOnText')}</p>
        {active && <p>{t('rule.switchOnInstead', { version: active.version })}</p>}
      </ConfirmDialog>
    </div>
  )
}
