import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import { Avatar, Disclosure, EmptyState, ErrorState, Link, List, ListRow, ShowMore, SkeletonRows } from '#ui'
import { getRingSearch } from '../../fairness.contract.ts'
import { listNeverThanked } from '../../figures.contract.ts'
import { useText } from './text.ts'

interface NeverProps {
  query: { groupId?: string; days: '90' | '365' }
}

/** Whom nobody thanked, by name: people to think of. */
export function Never(props: NeverProps) {
  const t = useText()
  return (
    <Disclosure title={t('fairness.never')}>
      <MayBeNames {...props} />
    </Disclosure>
  )
}

function MayBeNames(props: NeverProps) {
  const t = useText()
  const search = useRead(getRingSearch, {}, { topics: ['fairness', 'detection'] })
  if (search.error)
    return <ErrorState onRetry={() => void search.refetch()}>{search.error.message}</ErrorState>
  if (!search.data) return <SkeletonRows rows={3} />
  if (search.data.isOn) return <Names {...props} />
  return (
    <p className="ui-muted">
      {t('fairness.never.off')} <Link href={paths.purposes}>{t('fairness.rings.decideThere')}</Link>
    </p>
  )
}

function Names({ query }: NeverProps) {
  const t = useText()
  const list = useList(
    listNeverThanked,
    { query: { ...query, limit: 20 } },
    { topics: ['kudos', 'detection'] },
  )
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.isPending) return <SkeletonRows rows={3} />
  if (list.items.length === 0)
    return (
      <EmptyState title={t('fairness.never.nobody')} isSmall>
        {t('fairness.never.nobodyText')}
      </EmptyState>
    )
  return (
    <>
      <p className="ui-muted">{t('fairness.never.said')}</p>
      <List label={t('fairness.never')}>
        {list.items.map(({ id, name, title }) => (
          <ListRow
            key={id}
            before={<Avatar id={id} name={name} />}
            title={name}
            text={title}
            href={linkTo(paths.member, { memberId: id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}
