import { useList, useWrite } from '#platform/web/use'
import { Button, Disclosure, Emblem, List, ListRow, ShowMore, sayRefusal, Time, toast } from '#ui'
import { listArchivedGroups, restoreGroup } from '../group.contract.ts'
import { useText } from './text.ts'

/** Groups that were archived, and the way back; nothing while there are none. */
export function ArchivedGroups() {
  const t = useText()
  const list = useList(listArchivedGroups, {}, { topics: ['groups'] })
  const restore = useWrite(restoreGroup, ['groups'])
  const { items } = list
  if (items.length === 0) return null
  const bringBack = (groupId: string, name: string) => {
    const onSuccess = () => void toast({ text: t('people.group.restored', { name }), tone: 'success' })
    restore.mutateAsync({ params: { groupId } }).then(onSuccess, sayRefusal)
  }
  return (
    <Disclosure
      title={t('people.group.archivedOnes', { count: items.length, more: list.hasNextPage ? 'yes' : 'no' })}
    >
      <List>
        {items.map(({ id, name, colour, glyph, archivedAt }) => (
          <ListRow
            key={id}
            before={<Emblem colour={colour} glyph={glyph} name={name} />}
            title={name}
            text={t.rich('people.group.archivedAt', { time: <Time at={archivedAt} /> })}
            after={
              <Button size="sm" onPress={() => bringBack(id, name)}>
                {t('people.group.restore')}
              </Button>
            }
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Disclosure>
  )
}
