import type { ReactNode } from 'react'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, SkeletonText, Stack, useNumber } from '#ui'
import { getOwnFigures, type OwnFigures } from '../../calibration.contract.ts'
import { useText } from '../text.ts'
import { useVerdictOn } from './verdict-on.ts'

/** How one judges beside others in real reviews, and beside what is meant on practice courses. */
export function HowYouReview() {
  const t = useText()
  const read = useRead(getOwnFigures, {}, { topics: ['practice', 'reviews'] })
  return (
    <Card title={t('validation.judging')}>
      <p className="ui-muted practice-quiet">{t('validation.judging.private')}</p>
      {read.isPending && <SkeletonText lines={4} />}
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.data && (
        <div className="practice-figures">
          <Section title={t('validation.judging.rounds')}>
            <Rounds rounds={read.data.rounds} />
          </Section>
          <Section title={t('validation.judging.practice')}>
            <Practised practice={read.data.practice} />
          </Section>
        </div>
      )}
    </Card>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <Stack gap={8}>{children}</Stack>
    </section>
  )
}

function Rounds({ rounds }: Pick<OwnFigures, 'rounds'>) {
  const t = useText()
  const { units, missing, missingOthers } = rounds
  if (missing > 0)
    return <p className="practice-words">{t('validation.judging.missing', { count: missing })}</p>
  if (missingOthers > 0)
    return <p className="practice-words">{t('validation.judging.missingOthers', { count: missingOthers })}</p>
  return (
    <Told figures={rounds} beside="others">
      {t('validation.judging.roundsOf', { count: units })}
    </Told>
  )
}

function Practised({ practice }: Pick<OwnFigures, 'practice'>) {
  const t = useText()
  if (practice.missing > 0) return <p className="practice-words">{t('validation.judging.missingPractice')}</p>
  return (
    <Told figures={practice} beside="meant">
      {t('validation.judging.practiceOf', { count: practice.units })}
    </Told>
  )
}

interface ToldProps {
  figures: OwnFigures['practice']
  /** Beside whom one judged: other people, or what is meant. */
  beside: 'others' | 'meant'
  /** What the figures are from. */
  children: ReactNode
}

function Told({ figures: { leniency, agreement, drift }, beside, children }: ToldProps) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const say = useVerdictOn()
  return (
    <>
      {leniency && <p className="practice-verdict">{say.leniency(leniency, beside)}</p>}
      {agreement && (
        <p className="practice-words">
          {t('validation.judging.agreement', {
            same: percent(agreement.same),
            near: percent(agreement.near),
          })}
        </p>
      )}
      <p className="practice-words">{drift ? say.drift(drift) : t('validation.judging.driftLater')}</p>
      <p className="ui-muted practice-quiet">{children}</p>
    </>
  )
}
