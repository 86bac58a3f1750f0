import { paths } from '#paths'
import { Callout, LinkButton } from '#ui'
import type { ShownCampaign } from '../campaign.contract.ts'
import type { CampaignBody } from '../language.ts'
import { useText } from './text.ts'

interface ClosedAcademyProps {
  campaign: ShownCampaign
  body: CampaignBody
}

/** Says that steps lead to an academy that is not open: who presses there would find nothing. */
export function ClosedAcademy({ campaign: { isAcademyOpen, state }, body: { steps } }: ClosedAcademyProps) {
  const t = useText()
  const count = steps.filter(({ link }) => link === 'academy').length
  if (isAcademyOpen || count === 0 || state === 'ended') return null
  return (
    <Callout
      tone="warning"
      title={t('campaigns.closedAcademy')}
      action={<LinkButton href={paths.academy}>{t('campaigns.toAcademy')}</LinkButton>}
    >
      {t('campaigns.closedAcademyText', { count })}
    </Callout>
  )
}
