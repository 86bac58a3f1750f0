import { useDate } from '#ui'
import type { ScorePart } from '../../radar.contract.ts'
import { useText } from '../text.ts'

/** What somebody did, in words: “Answered 6 questions on torque, for 6 people in 4 groups, since March”. */
export function usePartWords() {
  const t = useText()
  const date = useDate()
  const month = useDate('month')
  return ({ kind, topic, acts, people, groups, since }: ScorePart) => {
    const what = t(`leader.help.${kind}`, { acts })
    const on = topic ? t('leader.help.on', { topic: topic.name }) : ''
    // How much is not told here, nor on which day.
    if (acts === 0) return t('leader.part.few', { what, on, since: month(`${since}T12:00:00Z`) })
    const whom = people === 0 ? '' : t('leader.help.whom', { people, groups })
    return t(acts === 1 ? 'leader.part.once' : 'leader.part.sentence', { what, on, whom, since: date(since) })
  }
}
