import { Plus } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Chip,
  EmptyState,
  ErrorState,
  LinkButton,
  Page,
  SegmentedControl,
  ShowMore,
  SkeletonRows,
  Stack,
} from '#ui'
import { listNeeds, type Need } from '../contract.ts'
import { NeedRow } from './need-row.tsx'
import { useText } from './text.ts'
import './need.css'

const states = ['open', 'mine', 'answered', 'all'] as const
type Filter = (typeof states)[number]

/** The needs board. */
export function Component() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const state = states.find((one) => one === search.get('state')) ?? 'open'
  const needs = useList(listNeeds, { query: { state } }, { topics: ['needs'] })
  return (
    <Page
      title={t('need.board')}
      lead={t('need.boardLead')}
      width="middle"
      actions={
        <>
          <LinkButton href={paths.experts}>{t('need.experts')}</LinkButton>
          <LinkButton href={paths.raiseNeed} look="primary" icon={Plus}>
            {t('need.raise')}
          </LinkButton>
        </>
      }
    >
      <Stack gap={16}>
        <SegmentedControl<Filter>
          label={t('need.filter')}
          value={state}
          onChange={(id) => setSearch({ state: id }, { replace: true })}
          items={states.map((id) => ({ id, label: t(`need.filter.${id}`) }))}
        />
        {needs.isPending ? (
          <SkeletonRows rows={6} />
        ) : needs.error ? (
          <ErrorState onRetry={() => void needs.refetch()}>{needs.error.message}</ErrorState>
        ) : needs.items.length === 0 ? (
          <Empty state={state} />
        ) : (
          <ul className="need-board">
            {needs.items.map((need) => (
              <NeedRow key={need.id} need={need} after={state === 'open' ? null : <State need={need} />} />
            ))}
          </ul>
        )}
        <ShowMore list={needs} />
      </Stack>
    </Page>
  )
}

function State({ need }: { need: Need }) {
  const t = useText()
  return <Chip tone={need.state === 'answered' ? 'success' : 'neutral'}>{t(`need.state.${need.state}`)}</Chip>
}

function Empty({ state }: { state: Filter }) {
  const t = useText()
  const title =
    state === 'mine' ? t('need.emptyMine') : state === 'answered' ? t('need.emptyAnswered') : t('need.empty')
  const action = (
    <LinkButton href={linkTo(paths.raiseNeed)} look="primary">
      {t('need.raise')}
    </LinkButton>
  )
  return (
    <EmptyState title={title} action={action}>
      {t('need.emptyText')}
    </EmptyState>
  )
}
