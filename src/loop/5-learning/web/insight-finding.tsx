import type { ReactNode } from 'react'
import { useNumber } from '#ui'
import type { Insight } from '../contract.ts'
import { type Who, WhoLink } from './insight-who.tsx'
import { useText } from './text.ts'

/** The step where more people stopped than at any other; null when no step stands out. */
export function worstOf(steps: Insight['steps']): Insight['steps'][number] | null {
  const [worst, second] = steps.toSorted((a, b) => b.stopped - a.stopped)
  return worst && worst.stopped > (second?.stopped ?? 0) ? worst : null
}

/** What the numbers say in a sentence: how many came to the end, and where most of the others are. */
export function Finding({ courseId, insight }: { courseId: string; insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const { started, completed, steps } = insight
  const most = worstOf(steps)
  const leadsTo = (who: Who) => (parts: ReactNode[]) => (
    <WhoLink courseId={courseId} who={who}>
      {parts}
    </WhoLink>
  )
  const counts = {
    completed: number(completed),
    started: number(started),
    a: leadsTo({ who: 'completed' }),
    b: leadsTo({ who: 'started' }),
  }
  return (
    <>
      {t.rich('learning.insight.finding', counts)}{' '}
      {most &&
        t.rich('learning.insight.where', {
          title: most.title,
          count: number(most.stopped),
          a: leadsTo({ who: 'stopped', step: most.id }),
        })}{' '}
      {t('learning.insight.private')}
    </>
  )
}
