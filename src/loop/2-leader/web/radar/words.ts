import { useDate } from '#ui'
import type { ScorePart } from '../../radar.contract.ts'
import { useText } from '../text.ts'

/** What somebody did, in words: “Answered 6 questions on torque, for 6 people in 4 groups, since March”. */
export function usePartWords() {
  const t = useText()
  const date = useDate()
  return ({ kind, topic, acts, people, groups, since }: ScorePart) =>
    t(acts <= 1 ? 'leader.part.once' : 'leader.part.sentence', {
      what: t(`leader.help.${kind}`, { acts }),
      on: topic ? t('leader.help.on', { topic: topic.name }) : '',
      whom: people === 0 ? '' : t('leader.help.whom', { people, groups }),
      since: date(since),
    })
}
