import { call } from '#platform/http/call'
import { Avatar } from '#ui'
import { listMembers } from '../contract.ts'
import { useSession } from './session.ts'

interface Those {
  /** Whether oneself is among them. */
  isOneselfToo?: boolean
  /** Only who may see what belongs to this group. */
  mayEnter?: string
  part?: 'any' | 'beginning'
}

/** Members by name, for a field that finds; oneself left out unless it says otherwise. */
export function usePeopleSearch({ isOneselfToo = false, ...those }: Those = {}) {
  const me = useSession().member.id
  return async (q: string, signal: AbortSignal) => {
    const { items } = await call(listMembers, {
      query: { q, limit: 8, ...those },
      signal,
    })
    return items
      .filter(({ id }) => isOneselfToo || id !== me)
      .map(({ id, name, title }) => ({
        ...{ id, label: name, hint: title },
        before: <Avatar id={id} name={name} size="sm" />,
      }))
  }
}
