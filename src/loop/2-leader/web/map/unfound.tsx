import { linkTo, paths } from '#paths'
import { Card, Link, List, ListRow } from '#ui'
import { useText } from '../text.ts'

/** What people looked for in vain that is no topic yet, each a need that somebody might raise. */
export function Unfound({ unfound }: { unfound: readonly { words: string; people: number }[] }) {
  const t = useText()
  if (unfound.length === 0) return null
  return (
    <Card title={t('leader.map.unfound')}>
      <List label={t('leader.map.unfound')}>
        {unfound.map(({ words, people }) => (
          <ListRow
            key={words}
            title={<Link href={linkTo(paths.raiseNeed, {}, { query: { title: words } })}>{words}</Link>}
            text={t('leader.map.unfoundBy', { people })}
          />
        ))}
      </List>
    </Card>
  )
}
