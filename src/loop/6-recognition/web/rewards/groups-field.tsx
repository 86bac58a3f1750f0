import { listGroups } from '#people/contract.ts'
import { useRead } from '#platform/web/use'
import { TagPicker } from '#ui'
import { useText } from './text.ts'

export interface Group {
  id: string
  label: string
}

interface GroupsFieldProps {
  value: readonly Group[]
  onChange: (groups: readonly Group[]) => void
}

/** For whom: the people of some groups and of those below them; of none named, everybody. */
export function GroupsField({ value, onChange }: GroupsFieldProps) {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  const items = (groups.data?.items ?? [])
    .filter(({ parentId }) => parentId !== null)
    .map(({ id, name }) => ({ id, label: name }))
  return (
    <TagPicker
      label={t('reward.groups')}
      name="groupIds"
      hint={t('reward.groupsHint')}
      items={items}
      value={value}
      onChange={onChange}
      isOptional
    />
  )
}
