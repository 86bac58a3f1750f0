import { useState } from 'react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Button, Card, Chip, ErrorState, Page, Row, SkeletonCards, Stack, Time, useDate } from '#ui'
import { listPurposes, type PurposeState } from '../purpose.contract.ts'
import { PurposeForm } from './purpose-form.tsx'
import { useSpan } from './span.ts'
import { useText } from './text.ts'
import './leader.css'

/** What is found out about people here: read by every member, decided by administrators. */
export function Component() {
  const t = useText()
  const read = useRead(listPurposes, {}, { topics: ['detection'] })
  return (
    <Page
      title={t('leader.purposes')}
      lead={t('leader.purposes.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('leader.purposes.settings'), href: paths.settings }]}
    >
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <SkeletonCards />
      ) : (
        <Stack gap={24}>
          {read.data.items.map((state) => (
            <PurposeCard key={state.purpose} state={state} maySet={read.data.can.set} />
          ))}
        </Stack>
      )}
    </Page>
  )
}

function PurposeCard({ state, maySet }: { state: PurposeState; maySet: boolean }) {
  const t = useText()
  const date = useDate()
  const span = useSpan()
  const [isDeciding, setDeciding] = useState(false)
  const { purpose, onSince, legalNote, keepDays, seenBy } = state
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
        <p>{t(`leader.purpose.${purpose}.for`)}</p>
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
            <Decided state={state} />
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

function Decided({ state: { changed } }: { state: PurposeState }) {
  const t = useText()
  if (!changed) return t('leader.purpose.usual')
  const { by, at } = changed
  return t.rich('leader.purpose.changed', { name: by.name, time: <Time at={at} isSaid /> })
}
