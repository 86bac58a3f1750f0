import type { Condition } from '../../language.ts'
import { useText } from '../text.ts'

export type RoleName = Extract<Condition, { is: 'role' }>['roles'][number]
export const roleNames: readonly RoleName[] = ['learner', 'leader', 'reviewer', 'manager', 'admin']

/** What roles are called. */
export function useRoleWords(): (role: RoleName) => string {
  const t = useText()
  return (role) => t(`campaigns.role.${role}`)
}
