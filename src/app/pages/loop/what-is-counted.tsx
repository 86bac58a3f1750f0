import type { z } from 'zod'
import type { getLoop } from '#impact/contract.ts'
import { type Counted, isAddedUp, useImpactText } from '#impact/web/index.tsx'
import { useNumber } from '#ui'
import type { CountedStage } from './journeys.tsx'

interface WhatIsCountedProps {
  loop: z.output<(typeof getLoop)['returns']>
  stage: CountedStage
  counted: Required<Counted>
  days: string
  /** The group's name, when the numbers are of one. */
  group: string | undefined
}

/** In a sentence or two: the number that led here, and what it counts. */
export function WhatIsCounted({ loop, stage, counted: { when, timed }, days, group }: WhatIsCountedProps) {
  const t = useImpactText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const numbers = loop.stages.find((one) => one.stage === stage)
  if (!numbers) return null
  const isBefore = when === 'before'
  const told = { timed, period: days, hasGroup: group ? 'yes' : 'no', group: group ?? '' }
  if (timed !== 'any') {
    const whole = isBefore ? loop.medianNeedToCourseDaysBefore : loop.medianNeedToCourseDays
    const median = timed === 'whole' ? whole : isBefore ? null : numbers.medianDays
    const way = t(isBefore ? 'impact.way.before' : 'impact.way.now', told)
    if (median === null) return way
    const half = timed === 'whole' ? 'impact.half.whole' : 'impact.half.step'
    return `${way} ${t(half, { days: number(median) })}`
  }
  if (isBefore) return t('impact.listLead.before', { ...told, count: numbers.before })
  const lead = t('impact.listLead.now', { ...told, count: numbers.count })
  if (!isAddedUp(stage) || numbers.count === 0) return lead
  return `${lead} ${t(`impact.sum.${stage}`, { count: numbers.detail })}`
}
