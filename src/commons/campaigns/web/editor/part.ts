import type { ShownCampaign } from '../../campaign.contract.ts'
import type { CampaignBody, Step } from '../../language.ts'

/** What each part of the plan gets: the campaign as it is kept, as it is written, and the way to write on. */
export interface PartProps {
  campaign: ShownCampaign
  body: CampaignBody
  change: (part: Partial<CampaignBody>) => void
}

/** What each part of a step gets. */
export interface StepProps extends Pick<PartProps, 'campaign'> {
  step: Step
  steps: readonly Step[]
  onChange: (step: Step) => void
}
