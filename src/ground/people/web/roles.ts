import { useText } from './text.ts'

const roles = ['learner', 'leader', 'reviewer', 'manager', 'admin'] as const

/** The roles with what each may do, for choosing one. */
export function useRoles() {
  const t = useText()
  const items = roles.map((id) => ({ id, label: t(`people.role.${id}`), hint: t(`people.role.${id}.may`) }))
  return { items }
}
