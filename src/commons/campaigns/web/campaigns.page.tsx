import { Plus } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Button,
  Card,
  EmptyState,
  ForbiddenState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
} from '#ui'
import { type CampaignRow, listCampaigns } from '../campaign.contract.ts'
import { BeginDialog, type Beginning } from './begin.tsx'
import { Ready } from './ready.tsx'
import { State } from './state.tsx'
import { useText } from './text.ts'
import './campaigns.css'

/** The campaigns that one runs, and those one may begin with. */
export function Component() {
  const t = useText()
  const [archived, show] = useChoice('archived', ['false', 'true'])
  const list = useList(listCampaigns, { query: { archived } }, { topics: ['campaigns'] })
  const [beginning, begin] = useState<Beginning | null>(null)
  if (list.error?.problem.status === 403)
    return <ForbiddenState isPage>{t('campaigns.notYours')}</ForbiddenState>
  const isNone = list.isSuccess && list.items.length === 0
  return (
    <Page
      title={t('campaigns.title')}
      lead={t('campaigns.lead')}
      width="middle"
      actions={
        <Button look="primary" icon={Plus} onPress={() => begin({ name: '', from: null })}>
          {t('campaigns.new')}
        </Button>
      }
    >
      <Stack gap={24}>
        <SegmentedControl
          label={t('campaigns.which')}
          value={archived}
          onChange={show}
          items={[
            { id: 'false', label: t('campaigns.inUse') },
            { id: 'true', label: t('campaigns.aside') },
          ]}
        />
        <ListStatus list={list} />
        {isNone && archived === 'true' && <EmptyState title={t('campaigns.noneAside')} />}
        {isNone && archived === 'false' && (
          <EmptyState title={t('campaigns.none')} isSmall>
            {t('campaigns.noneText')}
          </EmptyState>
        )}
        {list.items.length > 0 && <Campaigns items={list.items} />}
        <ShowMore list={list} />
        <Ready onBegin={begin} />
        <div>
          <LinkButton href={paths.campaignTerms} look="ghost">
            {t('campaigns.terms')}
          </LinkButton>
        </div>
      </Stack>
      {beginning && <BeginDialog beginning={beginning} onClose={() => begin(null)} />}
    </Page>
  )
}

function Campaigns({ items }: { items: readonly CampaignRow[] }) {
  const t = useText()
  return (
    <Card isFlush>
      <List label={t('campaigns.title')}>
        {items.map((campaign) => {
          const { id, name, group, state, reached, interested } = campaign
          return (
            <ListRow
              key={id}
              title={name}
              text={[group.name, t('campaigns.row', { reached, interested })].join(' · ')}
              after={<State state={state} />}
              isAfterBelow
              href={linkTo(paths.campaign, { campaignId: id })}
            />
          )
        })}
      </List>
    </Card>
  )
}
