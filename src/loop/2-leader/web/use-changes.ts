import { useNumber } from '#ui'
import type { Step } from '../history.contract.ts'
import { useSpan } from './span.ts'
import { useText } from './text.ts'

type StepOf<Did extends Step['did']> = Extract<Step, { did: Did }>
type Kind = keyof StepOf<'detection.weighed'>['now']['kinds']

/** What a step changed, each with what was there before, as it is said. */
export function useChanges(): (step: Step) => string[] {
  const t = useText()
  const span = useSpan()
  const number = useNumber()
  const change = (what: string, now: string, before: string) =>
    now === before ? [] : [t('leader.history.change', { what, now, before })]
  const ofRight = (now: string, before: string) =>
    before === ''
      ? [t('leader.history.first', { what: t('leader.purpose.right'), now })]
      : change(t('leader.purpose.right'), now, before)
  const ofPurpose = ({ now, before }: StepOf<'purpose.set'>) => [
    ...ofRight(now.legalNote || t('leader.purpose.noRight'), before.legalNote),
    ...change(t('leader.purpose.keep'), span(now.keepDays), span(before.keepDays)),
    ...change(
      t('leader.purpose.seenBy'),
      t(`leader.purpose.seenBy.${now.seenBy}`),
      t(`leader.purpose.seenBy.${before.seenBy}`),
    ),
  ]
  const weight = (value: number) =>
    value === 0 ? t('leader.weights.not') : t('leader.weights.times', { weight: number(value) })
  const ofWeights = ({ now, before }: StepOf<'detection.weighed'>) => [
    ...change(
      t('leader.weights.percent'),
      t('leader.weights.ofHundred', { percent: now.percent }),
      t('leader.weights.ofHundred', { percent: before.percent }),
    ),
    ...change(t('leader.weights.memory'), span(now.memory), span(before.memory)),
    ...(Object.keys(now.kinds) as Kind[]).flatMap((kind) =>
      change(t(`leader.weights.kind.${kind}`), weight(now.kinds[kind] ?? 0), weight(before.kinds[kind] ?? 0)),
    ),
  ]
  return (step) => {
    if (step.did === 'purpose.set') return ofPurpose(step)
    if (step.did === 'detection.weighed') return ofWeights(step)
    if (step.did !== 'fewest.set') return []
    const atLeast = (people: number) => t('leader.fewest.atLeast', { people })
    return change(t('leader.fewest.told'), atLeast(step.now), atLeast(step.before))
  }
}
