import { steps } from '../../network/steps.ts'
import { useText } from '../text.ts'

/** How much help there was between groups, as far as it is told: “20 to 49”. */
export function useRange() {
  const t = useText()
  return (least: number) => {
    const next = steps[steps.indexOf(least) + 1]
    return next === undefined
      ? t('leader.network.more', { least })
      : t('leader.network.range', { least, most: next - 1 })
  }
}
