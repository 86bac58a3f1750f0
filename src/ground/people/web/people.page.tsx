import { UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Avatar,
  Button,
  ErrorState,
  LinkButton,
  List,
  ListRow,
  Page,
  SearchField,
  SkeletonRows,
  Stack,
} from '#ui'
import { listMembers } from '../contract.ts'
import { useText } from './text.ts'

/** Everyone in the organization, by name. */
export function Component() {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const list = useList(listMembers, { query: q ? { q } : {} }, { topics: ['people'] })
  const invite = (
    <LinkButton look="primary" icon={UserPlus} href={paths.invite}>
      {t('people.invite.title')}
    </LinkButton>
  )
  return (
    <Page title={t('people.people')} lead={t('people.peopleLead')} width="middle" actions={invite}>
      <Stack gap={16}>
        <SearchField label={t('people.search')} value={typed} onChange={setTyped} />
        {list.isPending && <SkeletonRows />}
        {list.error && (
          <ErrorState onRetry={() => void list.refetch()}>{list.error.problem.detail}</ErrorState>
        )}
        <List>
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
        {list.hasNextPage && (
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('people.more')}
          </Button>
        )}
      </Stack>
    </Page>
  )
}
