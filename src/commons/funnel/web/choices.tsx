import { useManaged, useSession } from '#people/web/index.tsx'
import { Row, SegmentedControl, Select } from '#ui'
import type { LeaderFunnel } from '../contract.ts'
import { useText } from './text.ts'
import { type Asked, type Period, periods } from './use-asked.ts'

interface ChoicesProps {
  asked: Asked
  campaigns: LeaderFunnel['campaigns']
  onChange: (part: Partial<Asked>) => void
}

/** Of which campaign, text, group and period. */
export function Choices({ asked, campaigns, onChange }: ChoicesProps) {
  const t = useText()
  const { organization } = useSession()
  const { groups } = useManaged()
  const chosen = campaigns.find(({ id }) => id === asked.campaign)
  const texts = Array.from({ length: chosen?.variants ?? 0 }, (_, at) => ({
    ...{ id: String(at), label: t('funnel.variant', { letter: String.fromCharCode(65 + at) }) },
  }))
  const below = groups.filter(({ id }) => id !== organization.id)
  return (
    <Row align="end">
      <Select
        label={t('funnel.campaign')}
        items={[
          { id: '', label: t('funnel.everything') },
          ...campaigns.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={asked.campaign}
        onChange={(campaign) => onChange({ campaign, variant: '' })}
      />
      {texts.length > 1 && (
        <Select
          label={t('funnel.text')}
          items={[{ id: '', label: t('funnel.allTexts') }, ...texts]}
          value={asked.variant}
          onChange={(variant) => onChange({ variant })}
        />
      )}
      <Select
        label={t('funnel.group')}
        items={[
          { id: '', label: t('funnel.allGroups') },
          ...below.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={asked.group}
        onChange={(group) => onChange({ group })}
      />
      <SegmentedControl<Period>
        label={t('funnel.period')}
        items={periods.map((id) => ({ id, label: t(`funnel.period.${id}`) }))}
        value={asked.days}
        onChange={(days) => onChange({ days })}
      />
    </Row>
  )
}
