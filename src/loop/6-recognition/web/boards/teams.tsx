import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, EmptyState, ErrorState, Link, SkeletonRows, Table, useNumber } from '#ui'
import { getTeamBoard } from '../../board.contract.ts'
import type { Those } from './league.tsx'
import { useText } from './text.ts'

/** Groups by how many people each of their members helped. */
export function Teams({ those }: { those: Those }) {
  const t = useText()
  const number = useNumber()
  const average = useNumber({ maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const read = useRead(getTeamBoard, { query: those }, { topics: ['boards'], keepPrevious: true })
  return (
    <Card title={t('board.teams')}>
      <p className="ui-muted">{t('board.teams.lead')}</p>
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {read.data && (
        <Table
          caption={t('board.teams')}
          isCaptionHidden
          rows={read.data.lines}
          rowId={({ group }) => group.id}
          empty={<EmptyState title={t('board.teams.none')} isSmall />}
          columns={[
            {
              ...{ id: 'group', title: t('board.teams.group') },
              cell: ({ group: { id: groupId, name } }) => (
                <Link href={linkTo(paths.group, { groupId })}>{name}</Link>
              ),
            },
            {
              ...{ id: 'members', title: t('board.teams.members'), align: 'end' },
              cell: ({ members }) => number(members),
            },
            {
              ...{ id: 'helpers', title: t('board.teams.helpers'), align: 'end' },
              cell: ({ helpers }) => (helpers === null ? t('board.teams.few') : number(helpers)),
            },
            {
              ...{ id: 'average', title: t('board.teams.average'), align: 'end' },
              cell: ({ people, members }) => (people === null ? '–' : average(people / members)),
            },
          ]}
        />
      )}
    </Card>
  )
}
