import { Chip, type Tone } from '#ui'
import type { CampaignRow } from '../campaign.contract.ts'
import { useText } from './text.ts'

const tones: Record<CampaignRow['state'], Tone> = {
  draft: 'neutral',
  asked: 'warm',
  running: 'success',
  paused: 'warm',
  ended: 'neutral',
}

/** Where a campaign stands. */
export function State({ state }: Pick<CampaignRow, 'state'>) {
  const t = useText()
  return <Chip tone={tones[state]}>{t(`campaigns.state.${state}`)}</Chip>
}
