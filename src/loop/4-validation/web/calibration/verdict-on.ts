import { useNumber } from '#ui'
import type { OwnFigures } from '../../calibration.contract.ts'
import { useText } from '../text.ts'

type Estimate = NonNullable<OwnFigures['practice']['leniency']>

/** What an interval says: nothing where it holds zero, or is less than one would print. */
function sideOf({ mean, low, high }: Estimate): 'more' | 'less' | 'same' {
  if (Math.abs(mean) < 0.05 || (low <= 0 && high >= 0)) return 'same'
  return mean > 0 ? 'more' : 'less'
}

/** From half a level on somebody does not judge a little otherwise any more. */
const much = 0.5

/** How one judges, and how that changed, in plain words. */
export function useVerdictOn() {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1, signDisplay: 'negative' })
  const asIs = ({ low, high }: Estimate) => ({ low: number(low), high: number(high) })
  /** The same in how many levels more or less, whichever it is. */
  const sized = ({ mean, low, high }: Estimate) => {
    const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b)
    const by = Math.abs(mean)
    const [least = 0, most = 0] = ends
    return { by: number(by), low: number(least), high: number(most), much: by >= much ? 'yes' : 'no' }
  }
  return {
    leniency(estimate: Estimate, beside: 'others' | 'meant'): string {
      const side = sideOf(estimate)
      const isMeant = beside === 'meant'
      if (side === 'same')
        return t(isMeant ? 'validation.judging.asMeant' : 'validation.judging.as', asIs(estimate))
      if (side === 'more')
        return t(isMeant ? 'validation.judging.kinderMeant' : 'validation.judging.kinder', sized(estimate))
      return t(isMeant ? 'validation.judging.stricterMeant' : 'validation.judging.stricter', sized(estimate))
    },
    drift(estimate: Estimate): string {
      const side = sideOf(estimate)
      if (side === 'same') return t('validation.judging.steady')
      const { much: _, ...values } = sized(estimate)
      return side === 'more'
        ? t('validation.judging.turnedKinder', values)
        : t('validation.judging.turnedStricter', values)
    },
  }
}
