import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Card, Chip, Link, List, ListRow, ListStatus, Muted, ShowMore, useDate } from '#ui'
import { listAcademyMembers, type PathMember } from '../contract.ts'
import { useText } from './text.ts'

/** Who of one's people is on the path: when they began, finished and were certified, and nothing more. */
export function Others() {
  const t = useText()
  const list = useList(listAcademyMembers, { query: { limit: 20 } }, { topics: ['academy'] })
  return (
    <Card title={t('academy.others')}>
      <ListStatus list={list} rows={2} />
      {list.isSuccess && list.items.length === 0 && <Muted>{t('academy.others.none')}</Muted>}
      <List label={t('academy.others')}>
        {list.items.map((one) => (
          <Other key={one.member.id} one={one} />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function Other({ one: { member, startedAt, trainedAt, completedAt } }: { one: PathMember }) {
  const t = useText()
  const date = useDate()
  const [state, at] = completedAt
    ? (['certified', completedAt] as const)
    : trainedAt
      ? (['trained', trainedAt] as const)
      : (['started', startedAt] as const)
  return (
    <ListRow
      before={<Avatar id={member.id} name={member.name} size="sm" />}
      title={
        <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
          {member.name}
        </Link>
      }
      text={t(`academy.others.${state}`, { date: date(at) })}
      after={state === 'certified' && <Chip tone="success">{t('academy.certificate')}</Chip>}
    />
  )
}
