import { useSearchParams } from 'react-router'
import { getLoop } from '#impact/contract.ts'
import { Funnel, useImpactText } from '#impact/web/index.tsx'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { EmptyState, ErrorState, LinkButton, Page, SegmentedControl, Skeleton, useNumber } from '#ui'

const periods = ['30', '90', '365'] as const
type Period = (typeof periods)[number]

/** The loop page: the funnel from need to impact, with the times between its stages. */
export function Component() {
  const t = useImpactText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const [search, setSearch] = useSearchParams()
  const period = periods.find((one) => one === search.get('days')) ?? '90'
  const read = useRead(getLoop, { query: { days: Number(period) } }, { topics: ['loop'], keepPrevious: true })
  const days = read.data?.medianNeedToCourseDays
  return (
    <Page
      title={t('impact.title')}
      heading={
        days === null || days === undefined
          ? t('impact.headingNone')
          : t('impact.heading', { days: number(days) })
      }
      lead={t('impact.lead', { days: period })}
      actions={
        <SegmentedControl<Period>
          label={t('impact.period')}
          value={period}
          onChange={(id) => setSearch({ days: id }, { replace: true })}
          items={periods.map((id) => ({ id, label: t(`impact.period.${id}`) }))}
        />
      }
    >
      {read.isPending ? (
        <Skeleton shape="block" height="320px" />
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
      ) : read.data.stages.every(({ count }) => count === 0) ? (
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
      ) : (
        <Funnel stages={read.data.stages} days={period} />
      )}
    </Page>
  )
}
