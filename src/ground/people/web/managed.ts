import { useRead } from '#platform/web/use'
import { listGroups } from '../contract.ts'
import { useSession } from './session.ts'

/** The groups that the reader manages or administers: where it was said so, and all below. */
export function useManaged() {
  const { roles } = useSession()
  const read = useRead(listGroups, {}, { topics: ['groups'] })
  const managed = new Set(
    roles.filter(({ role }) => role === 'manager' || role === 'admin').map(({ groupId }) => groupId),
  )
  // Parents come first.
  for (const { id, parentId } of read.data?.items ?? [])
    if (parentId !== null && managed.has(parentId)) managed.add(id)
  return { ...read, groups: (read.data?.items ?? []).filter(({ id }) => managed.has(id)) }
}
