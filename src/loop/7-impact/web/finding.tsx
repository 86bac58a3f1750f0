import type { z } from 'zod'
import { useNumber } from '#ui'
import type { getLoop } from '../contract.ts'
import { useText } from './text.ts'

type Loop = z.output<(typeof getLoop)['returns']>

/** The stages that a need must pass before anyone has learned: where time can be lost. */
const onTheWay = ['leader', 'course', 'validation', 'learning'] as const

/** Half a day more or less is not a finding. */
const little = 0.5

/** What the numbers say in two sentences: faster or slower than before, and where the time goes. */
export function Finding({ loop, period }: { loop: Loop; period: string }) {
  const t = useText()
  const [now, before] = [loop.medianNeedToCourseDays, loop.medianNeedToCourseDaysBefore]
  const slowest = slowestOf(loop)
  const compared = now === null || before === null ? null : now - before
  return (
    <>
      {compared !== null && <Compared by={compared} period={period} />}{' '}
      {slowest && t(`impact.slow.${slowest}`)} {t('impact.links', { period })}
    </>
  )
}

function Compared({ by, period }: { by: number; period: string }) {
  const t = useText()
  const rounded = Math.round(Math.abs(by) * 10) / 10
  const number = useNumber({ maximumFractionDigits: 1 })
  if (Math.abs(by) < little) return t('impact.same', { period: number(Number(period)) })
  return t(by < 0 ? 'impact.faster' : 'impact.slower', { days: rounded, period: number(Number(period)) })
}

function slowestOf({ stages }: Loop): (typeof onTheWay)[number] | null {
  const days = (stage: string) => stages.find((one) => one.stage === stage)?.medianDays ?? 0
  const slowest = onTheWay.reduce((most, one) => (days(one) > days(most) ? one : most))
  return days(slowest) >= 1 ? slowest : null
}
