import { useRead } from '#platform/web/use'
import { Callout, CheckboxGroup, Select } from '#ui'
import { calls, channels, links } from '../../kinds.ts'
import type { Step } from '../../language.ts'
import { getCampaignSettings } from '../../settings.contract.ts'
import { useText } from '../text.ts'
import type { StepProps } from './part.ts'
import { NumberOfDays } from './quiet-card.tsx'

const launch = 'launch '
const none = 'none '

/** When a step comes, how and to whom. */
export function StepFields({ step, steps, onChange }: StepProps) {
  const t = useText()
  return (
    <>
      <When {...{ step, steps, onChange }} />
      {step.channel === 'chat' && <ChatChoice step={step} onChoose={(chatId) => onChange({ chatId })} />}
      <CheckboxGroup
        label={t('campaigns.step.calls')}
        items={calls.map((id) => ({ id, label: t(`campaigns.call.${id}`) }))}
        value={step.calls}
        onChange={(chosen) => onChange({ calls: [...chosen] })}
      />
      <Select
        label={t('campaigns.step.link')}
        items={[
          { id: none, label: t('campaigns.step.noLink') },
          ...links.map((id) => ({ id, label: t(`campaigns.link.${id}`) })),
        ]}
        value={step.link ?? none}
        onChange={(link) => onChange({ link: links.find((one) => one === link) ?? null })}
      />
    </>
  )
}

function When({ step, steps, onChange }: Pick<StepProps, 'step' | 'steps' | 'onChange'>) {
  const t = useText()
  const others = steps
    .map(({ id }, at) => ({ id, label: t('campaigns.step.other', { number: at + 1 }) }))
    .filter(({ id }) => id !== step.id)
  return (
    <div className="campaign-pair">
      <Select
        label={t('campaigns.step.after')}
        items={[{ id: launch, label: t('campaigns.step.theLaunch') }, ...others]}
        value={step.after ?? launch}
        onChange={(after) => onChange({ after: after === launch ? null : after })}
      />
      <NumberOfDays
        label={t('campaigns.step.days')}
        value={step.days}
        least={0}
        most={60}
        isDisabled={false}
        onChange={(days) => onChange({ days })}
      />
      <Select
        label={t('campaigns.step.channel')}
        items={channels.map((id) => ({ id, label: t(`campaigns.channel.${id}`) }))}
        value={step.channel}
        onChange={(channel) => onChange({ channel })}
      />
      {step.channel !== 'chat' && (
        <Select
          label={t('campaigns.step.if')}
          items={meant.map((id) => ({ id, label: t(`campaigns.step.to.${id}`) }))}
          value={step.if}
          onChange={(one) => onChange({ if: one })}
        />
      )}
    </div>
  )
}

const meant = ['everyone', 'unanswered', 'interested', 'later'] as const

function ChatChoice({ step, onChoose }: { step: Step; onChoose: (id: string) => void }) {
  const t = useText()
  const chats = useRead(getCampaignSettings, {}, { topics: ['campaigns'] }).data?.channels ?? []
  if (chats.length === 0) return <Callout tone="warning">{t('campaigns.step.noChats')}</Callout>
  return (
    <Select
      label={t('campaigns.step.chat')}
      items={chats.map(({ id, name }) => ({ id, label: name }))}
      value={step.chatId}
      onChange={onChoose}
    />
  )
}
