import { listGroups } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'

/** The groups whose templates the reader makes: those they manage, and all below; null while they are not known. */
export function useManagedGroups(): { id: string; name: string }[] | null {
  const { roles } = useSession()
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  if (!groups.data) return null
  const managed = new Set(
    roles.filter(({ role }) => role === 'manager' || role === 'admin').map(({ groupId }) => groupId),
  )
  // Parents come before what is below them.
  return groups.data.items.filter(({ id, parentId }) => {
    if (parentId !== null && managed.has(parentId)) managed.add(id)
    return managed.has(id)
  })
}
