import type { z } from 'zod'
import { Link } from '#ui'
import type { funnelStage } from '../contract.ts'
import { countedLink, type LoopOf } from './links.ts'
import { useText } from './text.ts'

export type Stage = z.output<typeof funnelStage>

export interface StageProps {
  stage: Stage
  of: LoopOf
}

/** Less than this is the same day. */
const half = 0.5

/** The days since the stage before: they lead to what took that step. */
export function Later({ stage: { stage, medianDays }, of }: StageProps) {
  const t = useText()
  if (medianDays === null) return t('impact.noTime')
  return (
    <Link href={countedLink(stage, of, { timed: 'step' })} isQuiet>
      {t('impact.later', { days: medianDays < half ? 0 : Math.round(medianDays * 10) / 10 })}
    </Link>
  )
}

/** What the journeys of a stage add up to: it leads to them, each with its part of it. */
export function Detail({ stage: { stage, detail }, of, isQuiet }: StageProps & { isQuiet?: boolean }) {
  const t = useText()
  const said = t(`impact.detail.${stage}`, { count: detail })
  return isAddedUp(stage) ? (
    <Link href={countedLink(stage, of)} {...(isQuiet && { isQuiet })}>
      {said}
    </Link>
  ) : (
    said
  )
}

const addedUp = ['need', 'learning', 'recognition'] as const

/** Whether a stage counts something beside its journeys: voices, completions or thanks. */
export const isAddedUp = (stage: string): stage is (typeof addedUp)[number] =>
  addedUp.some((one) => one === stage)
