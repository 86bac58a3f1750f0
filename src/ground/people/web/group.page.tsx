import { ChevronDown, Lock, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  Emblem,
  ErrorState,
  LinkButton,
  Menu,
  NotFoundState,
  Page,
  Row,
  SkeletonPage,
  Stack,
} from '#ui'
import { type GroupCard, getGroup } from '../group.contract.ts'
import { useGroupActions } from './group-actions.tsx'
import { AddToGroup } from './group-add.tsx'
import { GroupPeople } from './group-people.tsx'
import { useText } from './text.ts'

/** One group: who is in it, in which roles, and who answers for it from above. */
export function Component() {
  const t = useText()
  const { groupId = '' } = useParams()
  const read = useRead(getGroup, { params: { groupId } }, { topics: ['groups', 'people'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.groups}>{t('people.toGroups')}</LinkButton>}>
        {t('people.group.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneGroup key={groupId} group={read.data} />
}

function OneGroup({ group }: { group: GroupCard }) {
  const t = useText()
  const { name, colour, glyph, above } = group
  return (
    <Page
      title={name}
      width="middle"
      breadcrumbs={[
        { label: t('people.settings'), href: paths.settings },
        { label: t('people.groups'), href: paths.groups },
        ...above.map((one) => ({ label: one.name, href: linkTo(paths.group, { groupId: one.id }) })),
      ]}
      heading={
        <Row isTight>
          <Emblem colour={colour} glyph={glyph} name={name} size="lg" />
          {name}
        </Row>
      }
      lead={
        <Row gap={12}>
          <span>{t('people.group.people', { count: group.members })}</span>
          {group.below > 0 && <span>{t('people.group.below', { count: group.below })}</span>}
          {group.private && <Chip icon={Lock}>{t('people.group.private')}</Chip>}
        </Row>
      }
      actions={group.can.manage && <Actions group={group} />}
    >
      <Stack gap={24}>
        <Card>
          <GroupPeople group={group} />
        </Card>
      </Stack>
    </Page>
  )
}

function Actions({ group }: { group: GroupCard }) {
  const t = useText()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const { itemsFor, dialogs } = useGroupActions({ onArchived: () => void navigate(paths.groups) })
  return (
    <>
      <Menu trigger={<Button icon={ChevronDown}>{t('people.group.more')}</Button>} items={itemsFor(group)} />
      <Button look="primary" icon={UserPlus} onPress={() => setAdding(true)}>
        {t('people.group.addPerson')}
      </Button>
      {dialogs}
      {isAdding && <AddToGroup group={group} onClose={() => setAdding(false)} />}
    </>
  )
}
