import { useNumber } from '#ui'
import type { Insight } from '../contract.ts'
import { useText } from './text.ts'

/** The step where more people stopped than at any other; null when no step stands out. */
export function worstOf(steps: Insight['steps']): Insight['steps'][number] | null {
  const [worst, second] = steps.toSorted((a, b) => b.stopped - a.stopped)
  return worst && worst.stopped > (second?.stopped ?? 0) ? worst : null
}

/** What the numbers say in a sentence: how many came to the end, and where most of the others are. */
export function Finding({ insight }: { insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const { started, completed, steps } = insight
  const most = worstOf(steps)
  const counts = { completed: number(completed), started: number(started) }
  return (
    <>
      {t('learning.insight.finding', counts)}{' '}
      {most && t('learning.insight.where', { title: most.title, count: most.stopped })}{' '}
      {t('learning.insight.private')}
    </>
  )
}
