import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Card,
  EmptyState,
  ErrorState,
  Figure,
  LinkButton,
  Row,
  SkeletonRows,
  Stack,
  Stat,
  useNumber,
} from '#ui'
import type { ShownCampaign } from '../../campaign.contract.ts'
import { type CampaignReport, getCampaignReport } from '../../report.contract.ts'
import { useText } from '../text.ts'
import { PeopleDialog, type Show, type Whom } from './people-dialog.tsx'
import { StepResults } from './step-results.tsx'

/** Whom the campaign reached and what they said; each figure leads to its people, where they may be told. */
export function Results({ campaign }: { campaign: ShownCampaign }) {
  const t = useText()
  const params = { campaignId: campaign.id }
  const read = useRead(getCampaignReport, { params }, { topics: ['campaigns'] })
  const [shown, setShown] = useState<Whom | null>(null)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data) return <SkeletonRows />
  if (read.data.members === 0) return <EmptyState title={t('campaigns.results.none')} isSmall />
  return (
    <Stack gap={24}>
      <Totals report={read.data} onShow={setShown} />
      <section aria-labelledby="campaign-results">
        <Stack gap={16}>
          <h2 id="campaign-results">{t('campaigns.results.steps')}</h2>
          {read.data.steps.map((step, at) => (
            <StepResults
              key={step.step}
              step={step}
              plan={campaign.body.steps.find(({ id }) => id === step.step)}
              number={at + 1}
              onShow={setShown}
            />
          ))}
        </Stack>
      </section>
      {read.data.steps.some(({ variants }) => variants.some(({ opened }) => opened !== null)) && (
        <p className="ui-muted">{t('campaigns.results.openNote')}</p>
      )}
      <Row>
        <LinkButton href={linkTo(paths.funnel, {}, { query: { campaign: campaign.id, days: 'all' } })}>
          {t('campaigns.results.further')}
        </LinkButton>
      </Row>
      {shown && <PeopleDialog {...shown} campaignId={campaign.id} onClose={() => setShown(null)} />}
    </Stack>
  )
}

function Totals({ report, onShow }: { report: CampaignReport; onShow: Show }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 1 })
  const { members, reached, interested, later, no, nominated } = report
  const ofReached = (count: number | null) =>
    reached > 0 && count !== null ? t('campaigns.results.of', { share: percent(count / reached) }) : undefined
  const figures = [
    { id: 'members', value: members, compared: undefined },
    { id: 'reached', value: reached, compared: undefined, who: 'reached' as const },
    { id: 'interested', value: interested, compared: ofReached(interested), who: 'interested' as const },
    { id: 'later', value: later, compared: ofReached(later) },
    { id: 'no', value: no, compared: ofReached(no) },
    { id: 'nominated', value: nominated, compared: undefined, who: 'nominated' as const },
  ] as const
  return (
    <Card>
      <div className="campaign-totals">
        {figures.map((figure) => (
          <Stat
            key={figure.id}
            label={t(`campaigns.results.${figure.id}`)}
            value={
              <Figure
                label={t('campaigns.results.peopleOf', { figure: t(`campaigns.results.${figure.id}`) })}
                onShow={'who' in figure && figure.value > 0 ? () => onShow({ who: figure.who }) : undefined}
              >
                {figure.value === null ? '–' : number(figure.value)}
              </Figure>
            }
            compared={figure.value === null ? t('campaigns.results.untold') : figure.compared}
          />
        ))}
      </div>
    </Card>
  )
}
