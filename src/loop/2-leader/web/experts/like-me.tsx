import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, Card, Link, List, ListRow } from '#ui'
import { listPeopleLikeMe } from '../../expert.contract.ts'
import { useText } from '../text.ts'

/** Those who ask about and can help with what one does oneself; nothing where there is nobody. */
export function PeopleLikeMe() {
  const t = useText()
  const items = useRead(listPeopleLikeMe, {}, { topics: ['experts', 'needs'] }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('leader.likeMe')}>
      <List label={t('leader.likeMe')}>
        {items.map(({ member, topics, groups }) => (
          <ListRow
            key={member.id}
            before={<Avatar id={member.id} name={member.name} size="sm" />}
            title={<Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>}
            text={[
              t('leader.likeMe.topics', { topics: topics.map(({ name }) => name).join(', ') }),
              ...groups.map(({ name }) => t('leader.likeMe.group', { group: name })),
            ].join('; ')}
          />
        ))}
      </List>
    </Card>
  )
}
