import { useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  ErrorState,
  ForbiddenState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  Tabs,
  useDate,
} from '#ui'
import { getCampaign, type ShownCampaign } from '../campaign.contract.ts'
import { Plan } from './editor/plan.tsx'
import { useDesk } from './editor/use-desk.ts'
import { Preview } from './preview.tsx'
import { Results } from './results/results.tsx'
import { State } from './state.tsx'
import { useText } from './text.ts'
import { Turned } from './turned.tsx'
import { Turns } from './turns.tsx'
import './campaigns.css'

/** One campaign: what it says to whom and when, how that looks, and what came of it. */
export function Component() {
  const t = useText()
  const { campaignId = '' } = useParams()
  const read = useRead(getCampaign, { params: { campaignId } }, { topics: ['campaigns'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 403)
    return <ForbiddenState isPage>{t('campaigns.notYours')}</ForbiddenState>
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.campaigns}>{t('campaigns.toAll')}</LinkButton>}>
        {t('campaigns.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneCampaign key={read.data.id} campaign={read.data} />
}

function OneCampaign({ campaign }: { campaign: ShownCampaign }) {
  const t = useText()
  const { name, group, state } = campaign
  // It outlasts the part that is looked at: what is not saved yet is not lost by looking at another.
  const desk = useDesk(campaign)
  const usual = campaign.launchedAt === null ? 'plan' : 'results'
  const [part, show] = useState<string>(usual)
  return (
    <Page
      title={name}
      lead={<Lead campaign={campaign} />}
      width="wide"
      breadcrumbs={[{ label: t('campaigns.title'), href: paths.campaigns }]}
      actions={<Turns campaign={campaign} keep={desk.keep} />}
    >
      <Stack gap={24}>
        <div className="campaign-state">
          <State state={state} />
          <span className="ui-muted">{group.name}</span>
        </div>
        <Turned campaign={campaign} />
        <Tabs
          label={t('campaigns.part')}
          selected={part}
          onSelect={show}
          items={[
            {
              id: 'plan',
              label: t('campaigns.part.plan'),
              content: <Plan campaign={campaign} desk={desk} />,
            },
            { id: 'preview', label: t('campaigns.part.preview'), content: <Preview campaign={campaign} /> },
            { id: 'results', label: t('campaigns.part.results'), content: <Results campaign={campaign} /> },
          ]}
        />
      </Stack>
    </Page>
  )
}

function Lead({ campaign: { state, launchedAt, endsAt } }: { campaign: ShownCampaign }) {
  const t = useText()
  const date = useDate()
  if (!launchedAt || !endsAt) return null
  const when = { from: date(launchedAt), until: date(endsAt) }
  return t(state === 'ended' ? 'campaigns.when.ended' : 'campaigns.when.running', when)
}
