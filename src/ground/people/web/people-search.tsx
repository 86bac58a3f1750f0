import { call } from '#platform/http/call'
import { Avatar } from '#ui'
import { listMembers } from '../contract.ts'
import { useSession } from './session.ts'

/** Members by name, for a field that finds; oneself left out. */
export function usePeopleSearch() {
  const me = useSession().member.id
  return async (q: string, signal: AbortSignal) => {
    const { items } = await call(listMembers, { query: { q, limit: 8 }, signal })
    return items
      .filter(({ id }) => id !== me)
      .map(({ id, name, title }) => ({
        ...{ id, label: name, hint: title },
        before: <Avatar id={id} name={name} size="sm" />,
      }))
  }
}
