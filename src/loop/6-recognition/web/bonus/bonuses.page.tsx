import { Plus } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Button,
  EmptyState,
  ErrorState,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  SkeletonRows,
  Stack,
} from '#ui'
import { type BonusSettings, getBonusSettings, listBonuses } from '../../bonus.contract.ts'
import { BonusCard } from './bonus-card.tsx'
import { Budgets } from './budgets.tsx'
import { Payroll } from './payroll.tsx'
import { ProposeBonus } from './propose.tsx'
import { TermsCard } from './terms-card.tsx'
import { useText } from './text.ts'

const topics = ['bonuses']
const shows = ['mine', 'waiting', 'all', 'to-pay'] as const
type Show = (typeof shows)[number]
const managed = ['mine', 'waiting', 'all'] as const
const own = ['mine'] as const

/** Bonuses: one’s own, what one may decide, and for those who manage, budgets and payroll. */
export function Component() {
  const t = useText()
  const read = useRead(getBonusSettings, {}, { topics })
  const [isProposing, setProposing] = useState(false)
  const settings = read.data
  const propose = settings?.terms && settings.can.propose && (
    <Button look="primary" icon={Plus} onPress={() => setProposing(true)}>
      {t('bonus.propose')}
    </Button>
  )
  return (
    <Page
      title={t('bonus.title')}
      lead={t('bonus.lead')}
      breadcrumbs={[{ label: t('bonus.thanks'), href: paths.thanks }]}
      width="middle"
      actions={propose}
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {settings && (
        <Stack gap={24}>
          <TermsCard settings={settings} />
          {settings.terms ? <Bonuses settings={settings} /> : <NoTerms />}
          {settings.terms && settings.can.propose && <Budgets settings={settings} />}
          {settings.terms && settings.can.pay && <Payroll />}
        </Stack>
      )}
      {settings?.terms && isProposing && <ProposeBonus onClose={() => setProposing(false)} />}
    </Page>
  )
}

function NoTerms() {
  const t = useText()
  return <EmptyState title={t('bonus.off')}>{t('bonus.offText')}</EmptyState>
}

function Bonuses({ settings: { can } }: { settings: BonusSettings }) {
  const t = useText()
  const offered = can.pay ? shows : can.propose ? managed : own
  const [show, choose] = useChoice<Show>('show', offered)
  const list = useList(listBonuses, { query: { show } }, { topics })
  return (
    <Stack gap={16}>
      {offered.length > 1 && (
        <SegmentedControl<Show>
          label={t('bonus.show')}
          items={offered.map((id) => ({ id, label: t(`bonus.show.${id}`) }))}
          value={show}
          onChange={choose}
        />
      )}
      <ListStatus list={list} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('bonus.none')} isSmall>
          {t(`bonus.none.${show}`)}
        </EmptyState>
      )}
      {list.items.map((bonus) => (
        <BonusCard key={bonus.id} bonus={bonus} />
      ))}
      <ShowMore list={list} />
    </Stack>
  )
}
