import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, Page, SkeletonCards, Stack, Table, Time, useNumber } from '#ui'
import { weighedKinds } from '../../signals/kinds.ts'
import { type DetectionSettings, getDetectionSettings } from '../../weights.contract.ts'
import { useText } from '../text.ts'
import { WeightsForm } from './weights-form.tsx'
import '../leader.css'

/** What counts how much when it is found out who helps: read by every member, said by who manages the organization. */
export function Component() {
  const t = useText()
  const read = useRead(getDetectionSettings, {}, { topics: ['radar'] })
  return (
    <Page
      title={t('leader.weights')}
      lead={t('leader.weights.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('leader.radar.title'), href: paths.lead }]}
    >
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <SkeletonCards />
      ) : (
        <Stack gap={24}>
          {read.data.can.set ? (
            <WeightsForm
              key={read.data.changed?.at ?? ''}
              settings={read.data.settings}
              usual={read.data.usual}
            />
          ) : (
            <Weights settings={read.data.settings} />
          )}
          <p className="ui-muted">
            <Changed changed={read.data.changed} />
          </p>
        </Stack>
      )}
    </Page>
  )
}

function Changed({ changed }: { changed: { by: { name: string }; at: string } | null }) {
  const t = useText()
  if (!changed) return t('leader.purpose.usual')
  return t.rich('leader.purpose.changed', { name: changed.by.name, time: <Time at={changed.at} isSaid /> })
}

/** The same, to read. */
function Weights({ settings: { percent, memory, kinds } }: { settings: DetectionSettings }) {
  const t = useText()
  const number = useNumber()
  return (
    <Card>
      <dl className="leader-terms">
        <dt>{t('leader.weights.percent')}</dt>
        <dd>{t('leader.weights.ofHundred', { percent })}</dd>
        <dt>{t('leader.weights.memory')}</dt>
        <dd>{t('leader.span.days', { days: memory })}</dd>
      </dl>
      <Table
        caption={t('leader.weights.kinds')}
        rows={weighedKinds}
        rowId={(kind) => kind}
        columns={[
          { id: 'kind', title: t('leader.weights.kind'), cell: (kind) => t(`leader.weights.kind.${kind}`) },
          {
            id: 'weight',
            title: t('leader.weights.weight'),
            align: 'end',
            cell: (kind) => (kinds[kind] === 0 ? t('leader.weights.not') : number(kinds[kind])),
          },
        ]}
      />
    </Card>
  )
}
