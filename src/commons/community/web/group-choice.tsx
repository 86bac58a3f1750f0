import { useSession } from '#people/web/index.tsx'
import { Select } from '#ui'
import { useText } from './text.ts'

interface GroupChoiceProps {
  value: string
  onChange: (groupId: string) => void
}

/** To whom one speaks: all leaders, or those of a group that one leads. Nothing to choose for who leads none but all. */
export function GroupChoice({ value, onChange }: GroupChoiceProps) {
  const t = useText()
  const { organization, groups, roles } = useSession()
  const led = groups.filter(
    ({ id }) =>
      id !== organization.id &&
      roles.some(({ groupId, role }) => groupId === id && (role === 'leader' || role === 'admin')),
  )
  if (led.length === 0) return null
  return (
    <Select
      label={t('community.for')}
      hint={t('community.forHint')}
      items={[
        { id: organization.id, label: t('community.everyone') },
        ...led.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
