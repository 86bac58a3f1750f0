import { useState } from 'react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Button, Card, Chip, ErrorState, Page, Row, SkeletonCards, Stack, useDate } from '#ui'
import { getFewestTold } from '../fewest.contract.ts'
import { listPurposes, type PurposeState } from '../purpose.contract.ts'
import { Decided } from './decided.tsx'
import { FewestCard } from './fewest-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { PurposeForm } from './purpose-form.tsx'
import { useSpan } from './span.ts'
import { useText } from './text.ts'
import './leader.css'

/** What is found out about people here: read by every member, decided by administrators. */
export function Component() {
  const t = useText()
  const read = useRead(listPurposes, {}, { topics: ['detection'] })
  const fewest = useRead(getFewestTold, {}, { topics: ['detection'] })
  const error = read.error ?? fewest.error
  return (
    <Page
      title={t('leader.purposes')}
      lead={t('leader.purposes.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('leader.purposes.settings'), href: paths.settings }]}
    >
      {error ? (
        <ErrorState onRetry={() => void Promise.all([read.refetch(), fewest.refetch()])}>
          {error.message}
        </ErrorState>
      ) : !read.data || !fewest.data ? (
        <SkeletonCards />
      ) : (
        <Stack gap={24}>
          {read.data.items.map((state) => (
            <PurposeCard
              key={state.purpose}
              state={state}
              told={fewest.data.told}
              maySet={read.data.can.set}
            />
          ))}
          <FewestCard state={fewest.data} />
          <HistoryCard />
        </Stack>
      )}
    </Page>
  )
}

interface PurposeCardProps {
  state: PurposeState
  /** About how many people a figure must be. */
  told: number
  maySet: boolean
}

function PurposeCard({ state, told, maySet }: PurposeCardProps) {
  const t = useText()
  const date = useDate()
  const span = useSpan()
  const [isDeciding, setDeciding] = useState(false)
  const { purpose, onSince, legalNote, keepDays, seenBy, changed } = state
  const title = t(`leader.purpose.${purpose}`)
  return (
    <Card
      title={title}
      aside={
        <Chip tone={onSince ? 'success' : 'neutral'}>
          {onSince ? t('leader.purpose.on', { since: date(onSince) }) : t('leader.purpose.off')}
        </Chip>
      }
    >
      <Stack>
        <p>{t(`leader.purpose.${purpose}.for`, { told })}</p>
        <dl className="leader-terms">
          <dt>{t('leader.purpose.right')}</dt>
          <dd>{legalNote || t('leader.purpose.noRight')}</dd>
          <dt>{t('leader.purpose.keep')}</dt>
          <dd>{t('leader.purpose.keepFor', { span: span(keepDays) })}</dd>
          <dt>{t('leader.purpose.seenBy')}</dt>
          <dd>{t(`leader.purpose.seenBy.${seenBy}`)}</dd>
        </dl>
        <Row justify="between">
          <span className="ui-muted">
            <Decided changed={changed} />
          </span>
          {maySet && (
            <Button
              onPress={() => setDeciding(true)}
              aria-label={t('leader.purpose.decide', { purpose: title })}
            >
              {t('leader.purpose.change')}
            </Button>
          )}
        </Row>
      </Stack>
      {isDeciding && <PurposeForm state={state} onClose={() => setDeciding(false)} />}
    </Card>
  )
}
