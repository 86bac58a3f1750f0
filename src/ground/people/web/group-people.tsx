import { Ellipsis, UserMinus, UserRoundCog } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Avatar,
  Chip,
  EmptyState,
  ErrorState,
  IconButton,
  List,
  ListRow,
  Menu,
  Row,
  SearchField,
  SegmentedControl,
  ShowMore,
  SkeletonRows,
  Stack,
  sayRefusal,
  toast,
} from '#ui'
import { type GroupCard, type GroupMember, listGroupMembers, setRoles } from '../group.contract.ts'
import { RolesDialog } from './roles-dialog.tsx'
import { useText } from './text.ts'

/** People of a group: found by name, page by page; those with a role here, or those whose role comes from above. */
export function GroupPeople({ group }: { group: GroupCard }) {
  const t = useText()
  const [from, setFrom] = useState<'here' | 'above'>('here')
  const [typed, setTyped] = useState('')
  const [changing, setChanging] = useState<GroupMember | null>(null)
  const q = useDeferredValue(typed.trim())
  return (
    <Stack gap={16}>
      <Row gap={12} justify="between">
        {group.above.length > 0 && (
          <SegmentedControl
            label={t('people.group.whose')}
            items={[
              { id: 'here', label: t('people.group.here') },
              { id: 'above', label: t('people.group.above') },
            ]}
            value={from}
            onChange={setFrom}
          />
        )}
        <div className="people-find">
          <SearchField label={t('people.search')} value={typed} onChange={setTyped} />
        </div>
      </Row>
      <People key={from} group={group} from={from} q={q} onChangeRoles={setChanging} />
      {changing && <RolesDialog group={group} member={changing} onClose={() => setChanging(null)} />}
    </Stack>
  )
}

interface PeopleProps {
  group: GroupCard
  from: 'here' | 'above'
  q: string
  onChangeRoles: (member: GroupMember) => void
}

function People({ group, from, q, onChangeRoles }: PeopleProps) {
  const t = useText()
  const input = { params: { groupId: group.id }, query: { from, ...(q && { q }) } }
  const list = useList(listGroupMembers, input, { topics: ['people'] })
  if (list.isPending) return <SkeletonRows rows={4} />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.items.length === 0) return <Nobody from={from} q={q} />
  return (
    <>
      <List label={t(from === 'here' ? 'people.group.here' : 'people.group.above')}>
        {list.items.map((member) => (
          <Person key={member.id} group={group} member={member} onChangeRoles={onChangeRoles} />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}

function Nobody({ from, q }: Pick<PeopleProps, 'from' | 'q'>) {
  const t = useText()
  if (q) return <EmptyState title={t('people.nobodyFound', { query: q })} isSmall />
  return (
    <EmptyState title={t(from === 'here' ? 'people.group.nobodyHere' : 'people.group.nobodyAbove')} isSmall />
  )
}

interface PersonProps {
  group: GroupCard
  member: GroupMember
  onChangeRoles: (member: GroupMember) => void
}

function Person({ group, member, onChangeRoles }: PersonProps) {
  const t = useText()
  const { id, name, title } = member
  const remove = useRemove(group, member)
  const items = [
    {
      id: 'roles',
      label: t('people.group.changeRoles'),
      icon: UserRoundCog,
      onAction: () => onChangeRoles(member),
    },
    { id: 'remove', label: t('people.group.remove'), icon: UserMinus, onAction: remove },
  ]
  return (
    <ListRow
      before={<Avatar id={id} name={name} />}
      title={name}
      text={
        <Stack gap={4}>
          {title}
          <Roles member={member} />
        </Stack>
      }
      href={linkTo(paths.member, { memberId: id })}
      after={
        group.can.manage && (
          <Menu
            trigger={<IconButton icon={Ellipsis} label={t('people.group.personActions', { name })} />}
            items={member.roles.length > 0 ? items : items.slice(0, 1)}
          />
        )
      }
    />
  )
}

/** Roles held here, then those from above with the group they are held on. */
function Roles({ member }: { member: GroupMember }) {
  const t = useText()
  return (
    <Row gap={4}>
      {member.roles.map((role) => (
        <Chip key={role} tone={role === 'learner' ? 'neutral' : 'primary'}>
          {t(`people.role.${role}`)}
        </Chip>
      ))}
      {member.inherited.map(({ groupId, group, role }) => (
        <Chip key={`${groupId} ${role}`}>
          {t('people.group.roleFrom', { role: t(`people.role.${role}`), group })}
        </Chip>
      ))}
    </Row>
  )
}

function useRemove(group: GroupCard, { id, name, roles }: GroupMember) {
  const t = useText()
  const set = useWrite(setRoles, ['people'])
  const params = { groupId: group.id, memberId: id }
  return () => {
    const undo = () => set.mutateAsync({ params, body: { roles } }).catch(sayRefusal)
    const onSuccess = () => void toast({ text: t('people.group.removed', { name, group: group.name }), undo })
    set.mutateAsync({ params, body: { roles: [] } }).then(onSuccess, sayRefusal)
  }
}
