import { getLoop } from '#impact/contract.ts'
import { Finding, Funnel, NeedToCourse, useImpactText } from '#impact/web/index.tsx'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import {
  Button,
  EmptyState,
  ErrorState,
  LinkButton,
  Page,
  Row,
  SegmentedControl,
  Select,
  SkeletonPage,
} from '#ui'
import { type Period, periods, useLoopOf } from './loop/use-loop-of.ts'

/** The loop page: the funnel from need to impact, with the times between its stages. */
export function Component() {
  const t = useImpactText()
  const { of, query, change, groups } = useLoopOf()
  const read = useRead(getLoop, { query }, { topics: ['loop'], keepPrevious: true })
  if (read.isPending) return <SkeletonPage />
  return (
    <Page
      title={t('impact.title')}
      heading={<NeedToCourse loop={read.data} of={of} />}
      lead={read.data && <Finding loop={read.data} of={of} />}
    >
      <Choices of={of} groups={groups} onChange={change} />
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.data.stages.every(({ count }) => count === 0) ? (
        <Still isGroup={of.groupId !== ''} onEveryone={() => change({ groupId: '' })} />
      ) : (
        <Funnel stages={read.data.stages} of={of} />
      )}
    </Page>
  )
}

interface ChoicesProps {
  of: { days: Period; groupId: string }
  groups: { id: string; name: string }[]
  onChange: (part: { days?: Period; groupId?: string }) => void
}

function Choices({ of, groups, onChange }: ChoicesProps) {
  const t = useImpactText()
  const { organization } = useSession()
  const below = groups.filter(({ id }) => id !== organization.id).map(({ id, name }) => ({ id, label: name }))
  const everyone = { id: '', label: organization.name }
  return (
    <Row justify="between">
      <Select
        label={t('impact.group')}
        isLabelHidden
        items={[everyone, ...below]}
        value={of.groupId}
        onChange={(groupId) => onChange({ groupId })}
      />
      <SegmentedControl<Period>
        label={t('impact.period')}
        value={of.days}
        onChange={(days) => onChange({ days })}
        items={periods.map((id) => ({ id, label: t(`impact.period.${id}`) }))}
      />
    </Row>
  )
}

/** Nothing moved: in a whole organization that is a beginning, in a group it is a reason to look wider. */
function Still({ isGroup, onEveryone }: { isGroup: boolean; onEveryone: () => void }) {
  const t = useImpactText()
  if (isGroup)
    return (
      <EmptyState
        title={t('impact.emptyGroup')}
        action={<Button onPress={onEveryone}>{t('impact.emptyGroupDo')}</Button>}
      >
        {t('impact.emptyGroupText')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('impact.empty')}
      action={
        <LinkButton look="primary" href={paths.raiseNeed}>
          {t('impact.emptyDo')}
        </LinkButton>
      }
    >
      {t('impact.emptyText')}
    </EmptyState>
  )
}
