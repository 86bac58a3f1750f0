import { Ellipsis, Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Button,
  Card,
  Emblem,
  EmptyState,
  folded,
  IconButton,
  ListStatus,
  Menu,
  type MenuAction,
  Page,
  Row,
  SearchField,
  Stack,
  Tree,
  type TreeNode,
} from '#ui'
import { type Group, listGroups } from '../contract.ts'
import { ArchivedGroups } from './archived-groups.tsx'
import { useGroupActions } from './group-actions.tsx'
import { holdsRole, useSession } from './session.ts'
import { useText } from './text.ts'

/** The tree of groups: who is where, and for those who may, how it is changed. */
export function Component() {
  const t = useText()
  const session = useSession()
  const read = useRead(listGroups, {}, { topics: ['groups', 'people'] })
  const groups = read.data?.items ?? []
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const reopen = (id: string) => setClosed(new Set([...closed].filter((one) => one !== id)))
  const { itemsFor, add, dialogs } = useGroupActions({ onAdded: reopen })
  const outermost = groups.find(({ can }) => can.manage)
  return (
    <Page
      title={t('people.groups')}
      lead={t('people.groupsLead')}
      width="middle"
      breadcrumbs={[{ label: t('people.settings'), href: paths.settings }]}
      actions={
        outermost && (
          <Button look="primary" icon={Plus} onPress={() => add(outermost)}>
            {t('people.group.new')}
          </Button>
        )
      }
    >
      <Stack gap={24}>
        <ListStatus list={read} rows={6} />
        {read.data && <Groups groups={groups} closed={closed} onClosed={setClosed} itemsFor={itemsFor} />}
        {holdsRole(session, 'admin') && <ArchivedGroups />}
      </Stack>
      {dialogs}
    </Page>
  )
}

interface GroupsProps {
  groups: readonly Group[]
  closed: ReadonlySet<string>
  onClosed: (closed: ReadonlySet<string>) => void
  itemsFor: (group: Group) => MenuAction[]
}

function Groups({ groups, closed, onClosed, itemsFor }: GroupsProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const shown = withAbove(groups, typed.trim())
  const nodes = useNodes(shown, itemsFor)
  const ids = shown.map(({ id }) => id)
  const open = new Set(typed.trim() === '' ? ids.filter((id) => !closed.has(id)) : ids)
  const parents = groups.filter(({ id }) => groups.some(({ parentId }) => parentId === id))
  return (
    <Card>
      <Stack gap={12}>
        <Row gap={12} justify="between">
          <div className="people-find">
            <SearchField label={t('people.group.find')} value={typed} onChange={setTyped} />
          </div>
          <Button
            look="ghost"
            size="sm"
            onPress={() => onClosed(new Set(closed.size === 0 ? parents.map(({ id }) => id) : []))}
          >
            {closed.size === 0 ? t('people.group.closeAll') : t('people.group.openAll')}
          </Button>
        </Row>
        {shown.length === 0 ? (
          <EmptyState title={t('people.group.none')} isSmall>
            {t('people.group.noneText')}
          </EmptyState>
        ) : (
          <Tree
            label={t('people.groups')}
            nodes={nodes}
            open={open}
            onOpen={(next) => onClosed(new Set(ids.filter((id) => !next.has(id))))}
          />
        )}
      </Stack>
    </Card>
  )
}

/** The groups whose names have these letters, with all that stand above them. */
function withAbove(groups: readonly Group[], letters: string): readonly Group[] {
  if (letters === '') return groups
  const byId = new Map(groups.map((group) => [group.id, group]))
  const kept = new Set<string>()
  for (const found of groups.filter(({ name }) => folded(name).includes(folded(letters))))
    for (let at: Group | undefined = found; at; at = byId.get(at.parentId ?? '')) kept.add(at.id)
  return groups.filter(({ id }) => kept.has(id))
}

/** The list, parents first, as a tree; a group whose parent is hidden from the reader stands outermost. */
function useNodes(groups: readonly Group[], itemsFor: GroupsProps['itemsFor']): TreeNode[] {
  const t = useText()
  const known = new Set(groups.map(({ id }) => id))
  const below = Map.groupBy(groups, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ''))
  const nodeOf = (group: Group): TreeNode => ({
    id: group.id,
    label: group.name,
    href: linkTo(paths.group, { groupId: group.id }),
    before: <Emblem colour={group.colour} glyph={group.glyph} name={group.name} size="sm" />,
    text: <Facts group={group} />,
    after: itemsFor(group).length > 0 && (
      <Menu
        trigger={<IconButton icon={Ellipsis} label={t('people.group.actions', { name: group.name })} />}
        items={itemsFor(group)}
      />
    ),
    children: (below.get(group.id) ?? []).map(nodeOf),
  })
  return (below.get('') ?? []).map(nodeOf)
}

function Facts({ group }: { group: Group }) {
  const t = useText()
  return (
    <span className="people-facts">
      {t('people.group.people', { count: group.members })}
      {group.private && (
        <>
          <Lock size={12} aria-hidden="true" /> {t('people.group.private')}
        </>
      )}
    </span>
  )
}
