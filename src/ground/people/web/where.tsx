import { useRead } from '#platform/web/use'
import { Grid, Select } from '#ui'
import { listGroups } from '../contract.ts'
import type { Invitation } from '../invitation.contract.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useRoles } from './roles.ts'
import { useSession } from './session.ts'
import { useText } from './text.ts'

export type Where = Pick<Invitation, 'groupId' | 'role' | 'locale'>

/** The groups that the reader administers, parents first, each with the name of the one above it. */
export function useManagedGroups() {
  const read = useRead(listGroups, {}, { topics: ['groups'] })
  const groups = read.data?.items ?? []
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return groups
    .filter(({ can }) => can.manage)
    .map(({ id, name, parentId }) => ({ id, label: name, hint: names.get(parentId ?? '') }))
}

/** Where someone comes in unless said otherwise: the outermost group that the reader administers. */
export function useUsualWhere(): Where {
  const { organization, member, roles } = useSession()
  const own = roles.filter(({ role }) => role === 'admin').map(({ groupId }) => groupId)
  const groupId = own.includes(organization.id) ? organization.id : (own[0] ?? organization.id)
  return { groupId, role: 'learner', locale: member.locale }
}

/** To which group, as what, in which language. */
export function WhereFields({ where, onChange }: { where: Where; onChange: (part: Partial<Where>) => void }) {
  const t = useText()
  const { items: roles } = useRoles()
  return (
    <Grid gap={16}>
      <Select
        label={t('people.invite.group')}
        items={useManagedGroups()}
        value={where.groupId}
        onChange={(groupId) => onChange({ groupId })}
      />
      <Select
        label={t('people.invite.role')}
        items={roles}
        value={where.role}
        onChange={(role) => onChange({ role })}
      />
      <LanguageChoice value={where.locale} onChange={(locale) => onChange({ locale })} />
    </Grid>
  )
}
