import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Link, useNumber } from '#ui'
import type { getLoop } from '../contract.ts'
import { countedLink, type LoopOf } from './links.ts'
import { useText } from './text.ts'

type Loop = z.output<(typeof getLoop)['returns']>

/** The stages that a need must pass before anyone has learned: where time can be lost. */
const onTheWay = ['leader', 'course', 'validation', 'learning'] as const

/** Half a day more or less is not a finding. */
const little = 0.5

/** The days from a need to a validated course, which lead to those that went that way; null when none did. */
export function NeedToCourse({ loop, of }: { loop: Loop | undefined; of: LoopOf }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const days = loop?.medianNeedToCourseDays ?? null
  if (days === null) return t('impact.headingNone')
  return t.rich('impact.heading', {
    days: number(days),
    a: (parts: ReactNode[]) => (
      <Link href={countedLink('validation', of, { timed: 'whole' })} isQuiet>
        {parts}
      </Link>
    ),
  })
}

/** What the numbers say in two sentences: faster or slower than before, and where the time goes. */
export function Finding({ loop, of }: { loop: Loop; of: LoopOf }) {
  const t = useText()
  const [now, before] = [loop.medianNeedToCourseDays, loop.medianNeedToCourseDaysBefore]
  const slowest = slowestOf(loop)
  const compared = now === null || before === null ? null : now - before
  return (
    <>
      {compared !== null && <Compared by={compared} of={of} />} {slowest && t(`impact.slow.${slowest}`)}{' '}
      {t('impact.links', { period: of.days })}
    </>
  )
}

/** How it compares to the period before, which leads to what is compared with. */
function Compared({ by, of }: { by: number; of: LoopOf }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const values = {
    days: Math.round(Math.abs(by) * 10) / 10,
    period: number(Number(of.days)),
    a: (parts: ReactNode[]) => (
      <Link href={countedLink('validation', of, { when: 'before', timed: 'whole' })}>{parts}</Link>
    ),
  }
  if (Math.abs(by) < little) return t.rich('impact.same', values)
  return t.rich(by < 0 ? 'impact.faster' : 'impact.slower', values)
}

function slowestOf({ stages }: Loop): (typeof onTheWay)[number] | null {
  const days = (stage: string) => stages.find((one) => one.stage === stage)?.medianDays ?? 0
  const slowest = onTheWay.reduce((most, one) => (days(one) > days(most) ? one : most))
  return days(slowest) >= 1 ? slowest : null
}
