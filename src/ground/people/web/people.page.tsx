import { Ellipsis, UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  Avatar,
  Card,
  Chip,
  EmptyState,
  ErrorState,
  IconButton,
  LinkButton,
  List,
  ListRow,
  Menu,
  type MenuAction,
  Page,
  Row,
  SearchField,
  SegmentedControl,
  Select,
  ShowMore,
  SkeletonRows,
  Stack,
} from '#ui'
import { listGroups, listMembers, type MemberPage } from '../contract.ts'
import { useDeparture } from './departure.tsx'
import { holdsRole, useSession } from './session.ts'
import { useText } from './text.ts'

type State = 'present' | 'left'
const everywhere = 'everywhere'

/** Everyone in the organization, by name and by group. */
export function Component() {
  const t = useText()
  const session = useSession()
  const { organization, roles } = session
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  const [search, setSearch] = useSearchParams()
  const groupId = search.get('group') ?? everywhere
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>('present')
  const { itemsFor, dialog } = useDeparture()
  return (
    <Page
      title={t('people.people')}
      lead={t('people.peopleLead')}
      width="middle"
      breadcrumbs={[{ label: t('people.settings'), href: paths.settings }]}
      actions={holdsRole(session, 'admin') && <Invite />}
    >
      <Stack gap={16}>
        <Row gap={12}>
          <div className="people-find">
            <SearchField label={t('people.search')} value={typed} onChange={setTyped} />
          </div>
          <GroupFilter
            value={groupId}
            onChange={(id) => setSearch(id === everywhere ? {} : { group: id }, { replace: true })}
          />
          {isAdmin && <StateFilter value={state} onChange={setState} />}
        </Row>
        <Card>
          <Members
            q={useDeferredValue(typed.trim())}
            groupId={groupId}
            state={state}
            itemsFor={isAdmin ? (who) => itemsFor(who, state === 'left') : null}
          />
        </Card>
      </Stack>
      {dialog}
    </Page>
  )
}

function Invite() {
  const t = useText()
  return (
    <LinkButton look="primary" icon={UserPlus} href={paths.invite}>
      {t('people.invite.title')}
    </LinkButton>
  )
}

function GroupFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return (
    <div className="people-filter">
      <Select
        label={t('people.invite.group')}
        isLabelHidden
        items={[
          { id: everywhere, label: t('people.everyGroup') },
          ...groups
            .filter(({ parentId }) => parentId !== null)
            .map(({ id, name, parentId }) => ({ id, label: name, hint: names.get(parentId ?? '') })),
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

function StateFilter({ value, onChange }: { value: State; onChange: (state: State) => void }) {
  const t = useText()
  return (
    <SegmentedControl
      label={t('people.state')}
      items={[
        { id: 'present', label: t('people.state.present') },
        { id: 'left', label: t('people.state.left') },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}

interface MembersProps {
  q: string
  groupId: string
  state: State
  itemsFor: ((who: Member) => MenuAction[]) | null
}

type Member = MemberPage['items'][number]

function Members({ q, groupId, state, itemsFor }: MembersProps) {
  const t = useText()
  const query = { state, ...(q && { q }), ...(groupId !== everywhere && { groupId }) }
  const list = useList(listMembers, { query }, { topics: ['people'] })
  if (list.isPending) return <SkeletonRows />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.items.length === 0)
    return <EmptyState title={q ? t('people.nobodyFound', { query: q }) : t('people.nobody')} isSmall />
  return (
    <>
      <List label={t('people.people')}>
        {list.items.map((member) => (
          <Person key={member.id} member={member} items={itemsFor?.(member) ?? []} />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}

const chips = 3

/** Who leads or manages a group is in it: only those who learn there have that said alone. */
const rolesToSay = (roles: Member['roles']) =>
  roles.filter(
    ({ groupId, role }) =>
      role !== 'learner' || roles.every((other) => other.groupId !== groupId || other.role === 'learner'),
  )

function Person({ member, items }: { member: Member; items: MenuAction[] }) {
  const t = useText()
  const { id, name, title } = member
  const roles = rolesToSay(member.roles)
  return (
    <ListRow
      before={<Avatar id={id} name={name} />}
      title={name}
      text={
        <Stack gap={4}>
          {title}
          <Row gap={4}>
            {roles.slice(0, chips).map(({ groupId, group, role }) => (
              <Chip key={`${groupId} ${role}`} tone={role === 'learner' ? 'neutral' : 'primary'}>
                {role === 'learner' ? group : t('people.roleIn', { role: t(`people.role.${role}`), group })}
              </Chip>
            ))}
            {roles.length > chips && <Chip>{t('people.moreRoles', { count: roles.length - chips })}</Chip>}
          </Row>
        </Stack>
      }
      href={linkTo(paths.member, { memberId: id })}
      after={
        items.length > 0 && (
          <Menu
            trigger={<IconButton icon={Ellipsis} label={t('people.group.personActions', { name })} />}
            items={items}
          />
        )
      }
    />
  )
}
