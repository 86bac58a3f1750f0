import { useSearchParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  EmptyState,
  ErrorState,
  ForbiddenState,
  LinkButton,
  Page,
  Row,
  SegmentedControl,
  Select,
  SkeletonCards,
  Stack,
} from '#ui'
import { type Fairness, getFairness } from '../../figures.contract.ts'
import { BudgetUse } from './budget-use.tsx'
import { BurnDown } from './burn-down.tsx'
import { Effect } from './effect.tsx'
import { Never } from './never.tsx'
import { Reach } from './reach.tsx'
import { Sharing } from './sharing.tsx'
import { useText } from './text.ts'
import './fairness.css'

const spans = ['90', '365'] as const
type Span = (typeof spans)[number]

/** Of which group and how long the address asks. */
function useAsked() {
  const [search, setSearch] = useSearchParams()
  const groupId = search.get('group') ?? ''
  const days: Span = spans.find((one) => one === search.get('days')) ?? '90'
  const set = (name: 'group' | 'days', value: string) => {
    search.set(name, value)
    setSearch(search, { replace: true })
  }
  return { query: { ...(groupId && { groupId }), days }, set }
}

/** How thanks are shared, whom they reach, what is left of what may be given and of the budgets of bonuses, and what goes together with thanks. */
export function Component() {
  const t = useText()
  const { query, set } = useAsked()
  const read = useRead(getFairness, { query }, { topics: ['kudos', 'recognition'], keepPrevious: true })
  return (
    <Page
      title={t('fairness.title')}
      lead={t('fairness.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('fairness.settings'), href: paths.settings }]}
      actions={read.data?.can.seeNames && <LinkButton href={paths.rings}>{t('fairness.rings')}</LinkButton>}
    >
      {read.error?.problem.status === 403 ? (
        <ForbiddenState>{read.error.message}</ForbiddenState>
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : !read.data ? (
        <SkeletonCards />
      ) : (
        <Stack gap={24}>
          <Choices fairness={read.data} days={query.days} set={set} />
          <Told fairness={read.data} query={query} />
          <BudgetUse groupId={read.data.groupId} />
        </Stack>
      )}
    </Page>
  )
}

interface ChoicesProps {
  fairness: Fairness
  days: Span
  set: (name: 'group' | 'days', value: string) => void
}

function Choices({ fairness: { groups, groupId }, days, set }: ChoicesProps) {
  const t = useText()
  return (
    <Row justify="between">
      <Select
        label={t('fairness.group')}
        isLabelHidden
        items={groups.map(({ id, name }) => ({ id, label: name }))}
        value={groupId}
        onChange={(id) => set('group', id)}
      />
      <SegmentedControl
        label={t('fairness.span')}
        value={days}
        onChange={(id) => set('days', id)}
        items={spans.map((id) => ({ id, label: t(`fairness.span.${id}`) }))}
      />
    </Row>
  )
}

/** The figures; or that they would be about too few, or that nobody has thanked anybody. */
function Told({ fairness, query }: { fairness: Fairness; query: ReturnType<typeof useAsked>['query'] }) {
  const t = useText()
  const { figures, can, fewest } = fairness
  if (!figures)
    return (
      <EmptyState title={t('fairness.tooFew')}>
        {t('fairness.tooFewText', { least: fewest.shown })}
      </EmptyState>
    )
  const { thanks, coverage } = figures
  if (!thanks)
    return (
      <EmptyState
        title={t('fairness.none')}
        action={<LinkButton href={paths.thanks}>{t('fairness.none.thank')}</LinkButton>}
      >
        {t('fairness.noneText')}
      </EmptyState>
    )
  return (
    <>
      <Sharing {...figures} />
      <Reach {...figures} />
      {can.seeNames && coverage.never > 0 && <Never query={query} />}
      <BurnDown {...figures} />
      <Effect query={query} />
    </>
  )
}
