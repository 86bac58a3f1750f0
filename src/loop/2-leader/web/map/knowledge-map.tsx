import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Bar, Button, Chip, EmptyState, Link, LinkButton, sayRefusal, Table, toast, useNumber } from '#ui'
import { type MapRow, openHandover } from '../../map.contract.ts'
import { useText } from '../text.ts'

/** How much a topic is asked for: needs and the voices for them, questions nobody answered, searches in vain. */
const demandOf = ({ needs, voices, questions, searches }: MapRow): number =>
  needs + voices + questions + (searches ?? 0)

type State = 'nobody' | 'hangs' | 'untaught' | 'fine'

function stateOf(row: MapRow, isOn: boolean): State {
  if (isOn && demandOf(row) > 0 && row.experts === 0) return 'nobody'
  if (row.hangsOn) return 'hangs'
  return demandOf(row) > 0 && row.courses === 0 ? 'untaught' : 'fine'
}

const urgency: Record<State, number> = { nobody: 3, hangs: 2, untaught: 1, fine: 0 }

interface KnowledgeMapProps {
  rows: readonly MapRow[]
  /** Whether it is found out who knows what; without it only what is asked is known. */
  isOn: boolean
}

/** Topic by topic: how much is asked, who knows it, and what is wrong with that. */
export function KnowledgeMap({ rows, isOn }: KnowledgeMapProps) {
  const t = useText()
  const most = Math.max(1, ...rows.map(demandOf))
  const number = (id: 'courses' | 'experts') => ({
    ...{ id, title: t(`leader.map.${id}`), align: 'end' as const },
    sortBy: (row: MapRow) => row[id],
  })
  return (
    <Table
      caption={t('leader.map')}
      isCaptionHidden
      rows={rows}
      rowId={({ topic }) => topic.id}
      empty={
        <EmptyState title={t('leader.map.none')}>
          <LinkButton href={paths.topics}>{t('leader.topics')}</LinkButton>
        </EmptyState>
      }
      columns={[
        {
          id: 'topic',
          title: t('leader.radar.topic'),
          sortBy: ({ topic }) => topic.name.toLowerCase(),
          cell: ({ topic }) => (
            <Link href={linkTo(paths.lead, {}, { query: { topic: topic.id } })}>{topic.name}</Link>
          ),
        },
        {
          id: 'demand',
          title: t('leader.map.demand'),
          sortBy: demandOf,
          cell: (row) => <Demand row={row} most={most} />,
        },
        { ...number('experts'), cell: (row) => (isOn ? <Experts row={row} /> : t('leader.map.unknown')) },
        { ...number('courses'), cell: ({ courses }) => courses },
        {
          id: 'state',
          title: t('leader.map.state'),
          sortBy: (row) => urgency[stateOf(row, isOn)],
          cell: (row) => <StateOf row={row} state={stateOf(row, isOn)} />,
        },
      ]}
    />
  )
}

function Demand({ row, most }: { row: MapRow; most: number }) {
  const t = useText()
  const { topic, needs, voices, questions, searches } = row
  const demand = demandOf(row)
  const number = useNumber()
  return (
    <span className="map-demand">
      <span className="map-bar">
        <Bar
          label={t('leader.map.demandOf', { topic: topic.name })}
          value={demand}
          max={most}
          valueText={number(demand)}
          tone="warm"
          size="sm"
        />
        <span>{number(demand)}</span>
      </span>
      {demand > 0 && (
        <span className="ui-muted map-small">
          {t('leader.map.demandParts', { needs, voices, questions, searches: searches ?? 0 })}
        </span>
      )}
    </span>
  )
}

function Experts({ row: { experts, leaders } }: { row: MapRow }) {
  const t = useText()
  return (
    <span className="map-count">
      {experts}
      {leaders > 0 && <span className="ui-muted map-small">{t('leader.map.leaders', { leaders })}</span>}
    </span>
  )
}

function StateOf({ row, state }: { row: MapRow; state: State }) {
  const t = useText()
  if (state === 'nobody') return <Chip tone="danger">{t('leader.map.nobody')}</Chip>
  if (state === 'untaught') return <Chip tone="warm">{t('leader.map.untaught')}</Chip>
  if (row.hangsOn) return <HangsOn row={row} person={row.hangsOn} />
  return <Chip tone="success">{t('leader.map.fine')}</Chip>
}

/** On whom a topic hangs, and the way to say that they are leaving. */
function HangsOn({ row, person }: { row: MapRow; person: { id: string; name: string } }) {
  const t = useText()
  const open = useWrite(openHandover, ['handovers'])
  const { name } = person
  const begin = () =>
    open.mutate(
      { body: { memberId: person.id, topicId: row.topic.id } },
      {
        onSuccess: () => toast({ text: t('leader.handover.opened', { name }), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  return (
    <span className="map-hangs">
      <Chip tone="warm">{t('leader.map.hangs')}</Chip>
      <Link href={linkTo(paths.member, { memberId: person.id })}>{name}</Link>
      {row.isLeaving ? (
        <span className="ui-muted map-small">{t('leader.handover.known')}</span>
      ) : (
        <Button
          size="sm"
          look="ghost"
          onPress={begin}
          isPending={open.isPending}
          aria-label={t('leader.handover.openWho', { name, topic: row.topic.name })}
        >
          {t('leader.handover.open')}
        </Button>
      )}
    </span>
  )
}
