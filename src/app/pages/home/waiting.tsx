import { listNeeds } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, Link, List, ListRow, SkeletonRows, useNumber } from '#ui'
import { useText } from '../../web/text.ts'

/** The needs that most people share and nobody has answered. */
export function Waiting() {
  const t = useText()
  const number = useNumber()
  const needs = useRead(listNeeds, { query: { limit: 4 } }, { topics: ['needs'] })
  const items = needs.data?.items ?? []
  return (
    <Card title={t('app.home.waiting')}>
      {needs.isPending && <SkeletonRows rows={3} />}
      {needs.data && items.length === 0 && <p className="ui-muted">{t('app.home.waitingEmpty')}</p>}
      <List>
        {items.map(({ id, title, voices, group }) => (
          <ListRow
            key={id}
            before={
              <span className="home-voices" role="img" aria-label={t('app.home.voices', { count: voices })}>
                <span aria-hidden="true">{number(voices)}</span>
              </span>
            }
            title={title}
            text={group.name}
            href={linkTo(paths.need, { needId: id })}
          />
        ))}
      </List>
      <Link href={paths.ask}>{t('app.home.board')}</Link>
    </Card>
  )
}
