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
  useList,
  useNumber,
} from '#ui'
import { type Simulation, simulateRule } from '../../given.contract.ts'
import type { RecognitionRule } from '../../rule.contract.ts'
import { useAmounts } from '../bonus/amount.ts'
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
            {read.data && <Result simulation={read.data} unit={rule.bonus?.unit} />}
            {read.data && <SwitchOn rule={rule} />}
          </>
        )}
      </Stack>
    </Card>
  )
}

interface ResultProps {
  simulation: Simulation
  /** Of the bonus that the rule proposes, where it does. */
  unit: string | undefined
}

function Result({ simulation, unit }: ResultProps) {
  const t = useText()
  const say = useAmounts()
  const { times, points, badges, bonuses, people, events, capped, isWhole, unnamed, others } = simulation
  return (
    <Stack gap={12}>
      <p role="status">
        <strong>
          {t('rule.tried', {
            ...{ times, points, badges, people, bonuses: bonuses.times },
            amount: unit ? say(unit, bonuses.amount) : '',
          })}
        </strong>{' '}
        {t('rule.triedEvents', { events })} {capped > 0 && t('rule.triedCapped', { count: capped })}
      </p>
      {!isWhole && <Callout tone="warning">{t('rule.triedPart')}</Callout>}
      {simulation.members.length > 0 && <People simulation={simulation} unit={unit} />}
      {others.people > 0 && <p>{t('rule.triedOthers', others)}</p>}
      {unnamed.times > 0 && <p>{t('rule.triedUnnamed', unnamed)}</p>}
      {unit && <Purse bonuses={bonuses} unit={unit} />}
      <p className="ui-muted">{t('rule.tryNote')}</p>
    </Stack>
  )
}

/** What the budget has left for what would be proposed, and how often nothing would be. */
function Purse({
  bonuses: { amount, left, unproposed },
  unit,
}: {
  bonuses: Simulation['bonuses']
  unit: string
}) {
  const t = useText()
  const say = useAmounts()
  return (
    <>
      {unproposed > 0 && <p>{t('rule.triedUnproposed', { count: unproposed })}</p>}
      {amount > 0 && left !== null && amount > left && (
        <Callout tone="warning">{t('rule.triedOver', { left: say(unit, left) })}</Callout>
      )}
      {amount > 0 && left !== null && amount <= left && (
        <p>{t('rule.triedLeft', { left: say(unit, left) })}</p>
      )}
    </>
  )
}

type Row = Simulation['members'][number]

/** So many are shown at first. */
const few = 10

/** Person by person; the first few, then all. */
function People({ simulation: { members, badges, bonuses }, unit }: ResultProps) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const columns = useColumns(badges > 0, bonuses.times > 0 ? unit : undefined)
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

function useColumns(hasBadges: boolean, unit: string | undefined): TableColumn<Row>[] {
  const t = useText()
  const say = useAmounts()
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
    ...(unit
      ? [
          {
            ...{ id: 'bonus', title: t('rule.bonus'), align: 'end' as const },
            ...{
              sortBy: ({ bonus }: Row) => bonus,
              cell: ({ bonus }: Row) => (bonus > 0 ? say(unit, bonus) : '–'),
            },
          },
        ]
      : []),
    { id: 'why', title: t('rule.why'), cell: (row) => <Reasons row={row} unit={unit} /> },
  ]
}

/** What somebody would have got it for, the latest first. */
function Reasons({ row: { latest }, unit }: { row: Row; unit: string | undefined }) {
  const t = useText()
  const list = useList()
  const say = useAmounts()
  const worth = ({ points, isBadge, bonus }: Row['latest'][number]) =>
    list([
      ...(points > 0 || isBadge ? [t('rule.worth', { points, isBadge: isBadge ? 'yes' : 'no' })] : []),
      ...(unit && bonus > 0 ? [say(unit, bonus)] : []),
    ])
  return (
    <Disclosure title={t('rule.whyOf')}>
      <ul className="rule-reasons">
        {latest.map((one) => (
          <li key={one.at}>
            {worth(one)} <Thing course={one.course} need={one.need} />{' '}
            <small className="ui-muted">
              <Time at={one.at} />
            </small>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
