import { useSearchParams } from 'react-router'
import { Row, Select } from '#ui'
import { useText } from './text.ts'

type Groups = readonly { id: string; name: string }[] | undefined

/** The group in the address, else the first of those that are to choose from. */
export function useGroupId(groups: Groups): string | undefined {
  const [search] = useSearchParams()
  return search.get('group') ?? groups?.[0]?.id
}

/** Chooses the group that a page is about. Nothing before it is known which there are. */
export function GroupChoice({ groups, groupId }: { groups: Groups; groupId: string | undefined }) {
  const t = useText()
  const [, setSearch] = useSearchParams()
  if (!groups || !groupId) return null
  return (
    <Row>
      <Select
        label={t('validation.charter.group')}
        isLabelHidden
        items={groups.map(({ id, name }) => ({ id, label: name }))}
        value={groupId}
        onChange={(group) => setSearch({ group }, { replace: true })}
      />
    </Row>
  )
}
