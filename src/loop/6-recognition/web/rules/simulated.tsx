import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Button,
  Callout,
  Card,
  Disclosure,
  ErrorState,
  Link,
  SegmentedControl,
  SkeletonRows,
  Stack,
  Table,
  type TableColumn,
  Time,
  useNumber,
} from '#ui'
import { type Simulation, simulateRule } from '../../given.contract.ts'
import type { RecognitionRule } from '../../rule.contract.ts'
import { SwitchOn } from './switch.tsx'
import { useText } from './text.ts'
import { Thing } from './thing.tsx'

const spans = ['30', '90', '365'] as const
type Span = (typeof spans)[number]

/** Who would have got what, had the version that is kept been on; and the way to switch it on once that was seen. */
export function Simulated({ rule, isDirty }: { rule: RecognitionRule; isDirty: boolean }) {
  const t = useText()
  const [span, setSpan] = useState<Span>('90')
  const input = {
    params: { ruleId: rule.id, number: String(rule.version) },
    query: { days: Number(span) },
  }
  const read = useRead(simulateRule, input, { enabled: !isDirty, keepPrevious: true })
  return (
    <Card title={t('rule.tryVersion', { version: rule.version })}>
      <Stack>
        {isDirty ? (
          <Callout>{t('rule.tryFirst')}</Callout>
        ) : (
          <>
            <SegmentedControl<Span>
              label={t('rule.span')}
              value={span}
              onChange={setSpan}
              items={spans.map((id) => ({ id, label: t(`rule.span.${id}`) }))}
            />
            {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
            {read.isPending && <SkeletonRows />}
            {read.data && <Result simulation={read.data} />}
            {read.data && <SwitchOn rule={rule} />}
          </>
        )}
      </Stack>
    </Card>
  )
}

function Result({ simulation }: { simulation: Simulation }) {
  const t = useText()
  const { times, points, badges, people, events, capped, isWhole, unnamed, others } = simulation
  return (
    <Stack gap={12}>
      <p role="status">
        <strong>{t('rule.tried', { times, points, badges, people })}</strong>{' '}
        {t('rule.triedEvents', { events })} {capped > 0 && t('rule.triedCapped', { count: capped })}
      </p>
      {!isWhole && <Callout tone="warning">{t('rule.triedPart')}</Callout>}
      {simulation.members.length > 0 && <People simulation={simulation} />}
      {others.people > 0 && <p>{t('rule.triedOthers', others)}</p>}
      {unnamed.times > 0 && <p>{t('rule.triedUnnamed', unnamed)}</p>}
      <p className="ui-muted">{t('rule.tryNote')}</p>
    </Stack>
  )
}

type Row = Simulation['members'][number]

/** So many are shown at first. */
const few = 10

/** Person by person; the first few, then all. */
function People({ simulation: { members, badges } }: { simulation: Simulation }) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const columns = useColumns(badges > 0)
  const rows = isWhole ? members : members.slice(0, few)
  return (
    <>
      <Table<Row>
        caption={t('rule.try')}
        isCaptionHidden
        rows={rows}
        rowId={({ member }) => member.id}
        columns={columns}
      />
      {rows.length < members.length && (
        <div>
          <Button look="line" size="sm" onPress={() => setWhole(true)}>
            {t('rule.all', { count: members.length })}
          </Button>
        </div>
      )}
    </>
  )
}

function useColumns(hasBadges: boolean): TableColumn<Row>[] {
  const t = useText()
  const number = useNumber()
  const sums: TableColumn<Row>[] = [
    {
      ...{ id: 'points', title: t('rule.points'), align: 'end', sortBy: ({ points }) => points },
      cell: ({ points }) => number(points),
    },
    {
      ...{ id: 'times', title: t('rule.howOften'), align: 'end', sortBy: ({ times }) => times },
      cell: ({ times }) => number(times),
    },
    { id: 'badges', title: t('rule.badges'), align: 'end', cell: ({ badges }) => number(badges) },
  ]
  return [
    {
      ...{ id: 'who', title: t('rule.who'), sortBy: ({ member }) => member.name, isName: true },
      cell: ({ member }) => <Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>,
    },
    ...sums.filter(({ id }) => hasBadges || id !== 'badges'),
    { id: 'why', title: t('rule.why'), cell: (row) => <Reasons row={row} /> },
  ]
}

/** What somebody would have got it for, the latest first. */
function Reasons({ row: { latest } }: { row: Row }) {
  const t = useText()
  return (
    <Disclosure title={t('rule.whyOf')}>
      <ul className="rule-reasons">
        {latest.map(({ at, points, isBadge, course, need }) => (
          <li key={at}>
            {t('rule.worth', { points, isBadge: isBadge ? 'yes' : 'no' })}{' '}
            <Thing course={course} need={need} />{' '}
            <small className="ui-muted">
              <Time at={at} />
            </small>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
