import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, Card, ErrorState, Link, Row, SkeletonRows, Table, useNumber } from '#ui'
import { getLeague } from '../../board.contract.ts'
import { useText } from './text.ts'

export interface Those {
  window: 'month' | 'quarter'
  topicId?: string
}

/** Oneself among a few who helped about as many before. */
export function League({ those }: { those: Those }) {
  const t = useText()
  const number = useNumber()
  const read = useRead(getLeague, { query: those }, { topics: ['boards'], keepPrevious: true })
  const lines = read.data?.lines ?? []
  // Equal figures share a place.
  const placeOf = (people: number) => 1 + lines.filter((other) => other.people > people).length
  const rows = lines.map((line, at) => ({ ...line, key: line.member?.id ?? `${at}` }))
  type Line = (typeof rows)[number]
  return (
    <Card title={t('board.league')}>
      <p className="ui-muted">{t(lines.length > 1 ? 'board.league.lead' : 'board.league.alone')}</p>
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {rows.length > 0 && (
        <Table<Line>
          caption={t('board.league')}
          isCaptionHidden
          rows={rows}
          rowId={({ key }) => key}
          columns={[
            { id: 'place', title: t('board.place'), cell: ({ people }) => number(placeOf(people)) },
            { id: 'who', title: t('board.who'), isName: true, cell: (line) => <Who line={line} /> },
            {
              ...{ id: 'people', title: t('board.people'), align: 'end' },
              cell: ({ people }) => number(people),
            },
          ]}
        />
      )}
    </Card>
  )
}

interface WhoProps {
  line: { member: { id: string; name: string } | null; isMe: boolean }
}

function Who({ line: { member, isMe } }: WhoProps) {
  const t = useText()
  if (!member) return t('board.someone')
  if (isMe) return <strong>{t('board.me', { name: member.name })}</strong>
  return (
    <Row gap={8}>
      <Avatar id={member.id} name={member.name} size="sm" />
      <Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>
    </Row>
  )
}
