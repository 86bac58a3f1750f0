import { listGroups } from '#people/contract.ts'
import { useRead } from '#platform/web/use'
import { Card, Muted, RadioGroup, Stack, TagPicker, useList } from '#ui'
import { countAudience } from '../../campaign.contract.ts'
import type { Audience } from '../../language.ts'
import { useText } from '../text.ts'
import { Conditions } from './conditions.tsx'
import type { PartProps } from './part.ts'

/** Whom the campaign speaks to: how many that is now, some of them, and what decides it. */
export function AudienceCard({ campaign, body, change }: PartProps) {
  const t = useText()
  const { audience } = body
  const set = (part: Partial<Audience>) => change({ audience: { ...audience, ...part } })
  const read = useRead(listGroups, {}, { topics: ['groups'] })
  const groups = read.data?.items ?? []
  const unknown = read.data ? t('campaigns.groupGone') : '…'
  const items = groups.map(({ id, name }) => ({ id, label: name }))
  const { can, group } = campaign
  return (
    <Card title={t('campaigns.audience')}>
      <Stack gap={16}>
        <Counted campaign={campaign} />
        <TagPicker
          label={t('campaigns.groups')}
          hint={t('campaigns.groupsHint', { group: group.name })}
          items={items}
          value={audience.groupIds.map(
            (id) => items.find((item) => item.id === id) ?? { id, label: unknown },
          )}
          onChange={(chosen) => set({ groupIds: chosen.map(({ id }) => id) })}
          isDisabled={!can.edit}
          isOptional
        />
        {audience.conditions.length > 1 && (
          <RadioGroup
            label={t('campaigns.match')}
            items={(['all', 'any'] as const).map((id) => ({ id, label: t(`campaigns.match.${id}`) }))}
            value={audience.match}
            onChange={(match) => set({ match })}
            isDisabled={!can.edit}
          />
        )}
        <Conditions
          conditions={audience.conditions}
          campaign={campaign}
          onChange={(conditions) => set({ conditions })}
        />
        <Muted>{t('campaigns.audience.note')}</Muted>
      </Stack>
    </Card>
  )
}

/** How many people that is at this moment: asked again when what was written is kept. */
function Counted({ campaign: { id } }: Pick<PartProps, 'campaign'>) {
  const t = useText()
  const list = useList()
  const read = useRead(
    countAudience,
    { params: { campaignId: id } },
    { topics: ['campaigns', 'people'], keepPrevious: true },
  )
  if (!read.data) return null
  const { count, sample } = read.data
  return (
    <div role="status">
      <p className="campaign-count">{t('campaigns.audience.count', { count })}</p>
      {sample.length > 0 && (
        <p className="ui-muted">
          {t('campaigns.audience.sample', { names: list(sample.map(({ name }) => name)) })}
        </p>
      )}
    </div>
  )
}
