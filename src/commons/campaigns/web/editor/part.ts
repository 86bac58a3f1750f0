import type { ShownCampaign } from '../../campaign.contract.ts'
import type { CampaignBody, Step } from '../../language.ts'

/** What each part of the plan gets: the campaign as it is kept, as it is written, and the way to write on. */
export interface PartProps {
  campaign: ShownCampaign
  body: CampaignBody
  change: Change<CampaignBody>
}
/** Changes some of a whole: as it is said, or as it follows from what stands there by then. */
export type Change<Whole> = (part: Partial<Whole> | ((whole: Whole) => Partial<Whole>)) => void
export const changed = <Whole>(whole: Whole, part: Parameters<Change<Whole>>[0]): Whole => ({
  ...whole,
  ...(typeof part === 'function' ? part(whole) : part),
})

/** What each part of a step gets. */
export interface StepProps extends Pick<PartProps, 'campaign'> {
  step: Step
  steps: readonly Step[]
  onChange: Change<Step>
}
