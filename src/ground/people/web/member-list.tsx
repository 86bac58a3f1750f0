import type { z } from 'zod'
import { linkTo, paths } from '#paths'
import type { Endpoint } from '#platform/http/endpoint'
import type { useList } from '#platform/web/use'
import { Avatar, Dialog, EmptyState, List, ListRow, ListStatus, ShowMore, Stack } from '#ui'
import type { member } from '../contract.ts'

interface MemberListProps {
  label: string
  list: Omit<ReturnType<typeof useList<Endpoint>>, 'items'> & { items: readonly z.output<typeof member>[] }
  /** What is said where there is nobody. */
  nobody: string
}

/** Members as one reads them page by page, each leading to their own page. */
function MemberList({ label, list, nobody }: MemberListProps) {
  return (
    <Stack gap={12}>
      <ListStatus list={list} />
      {list.isSuccess && list.items.length === 0 && <EmptyState title={nobody} isSmall />}
      <List label={label}>
        {list.items.map(({ id, name, title }) => (
          <ListRow
            key={id}
            before={<Avatar id={id} name={name} size="sm" />}
            title={name}
            text={title}
            href={linkTo(paths.member, { memberId: id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Stack>
  )
}

/** The same in a window of its own: the people behind a figure. */
export function MemberDialog({ onClose, ...list }: MemberListProps & { onClose: () => void }) {
  return (
    <Dialog title={list.label} isOpen onOpenChange={onClose}>
      <MemberList {...list} />
    </Dialog>
  )
}
