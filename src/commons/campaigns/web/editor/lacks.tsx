import { Callout } from '#ui'
import type { ShownCampaign } from '../../campaign.contract.ts'
import type { CampaignBody } from '../../language.ts'
import { lacksOf } from '../../plan/lacks.ts'
import { useText } from '../text.ts'

interface LacksProps {
  body: CampaignBody
  /** What it lacked when it was kept last. */
  gone: ShownCampaign['lacks']
  isShown: boolean
}

/** What is still to be done, by the same rules that the launch refuses with. */
export function Lacks({ body, gone, isShown }: LacksProps) {
  const t = useText()
  // What is gone is known where it was; what one has mended since is a lack until it is kept.
  const lacks = [...gone.filter(({ code }) => code.endsWith('-gone')), ...lacksOf(body)]
  if (lacks.length === 0 || !isShown) return null
  const said = [
    ...new Set(
      lacks.map(({ code, step, words }) =>
        t(`campaigns.lack.${code}`, { step: body.steps.findIndex(({ id }) => id === step) + 1, words }),
      ),
    ),
  ]
  return (
    <Callout tone="warning" title={t('campaigns.lacks')}>
      <ul className="campaign-lacks">
        {said.slice(0, 8).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Callout>
  )
}
