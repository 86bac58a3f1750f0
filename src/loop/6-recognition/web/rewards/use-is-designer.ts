import { useSession } from '#people/web/index.tsx'

/** Whether the reader administers the whole organization: who designs rewards. */
export function useIsDesigner(): boolean {
  const { roles, organization } = useSession()
  return roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
}
