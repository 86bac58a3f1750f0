import { Clock, Ellipsis } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Avatar,
  Callout,
  Card,
  Columns,
  ErrorState,
  IconButton,
  Link,
  LinkButton,
  List,
  ListRow,
  Menu,
  NotFoundState,
  Page,
  Row,
  SkeletonPage,
  Time,
} from '#ui'
import { getMember, type HeldRole, type MemberCard } from '../contract.ts'
import { useDeparture } from './departure.tsx'
import { useText } from './text.ts'
import { WorkingTimeDialog } from './working-time-dialog.tsx'

interface MemberFrameProps {
  /** What other parts of the product say about this person. */
  children: (memberId: string) => ReactNode
  actions: (member: MemberCard) => ReactNode
}

/** The page of someone: what they do, where, in which roles; and between, what `children` knows of them. */
export function MemberFrame({ children, actions }: MemberFrameProps) {
  const t = useText()
  const { memberId = '' } = useParams()
  const read = useRead(getMember, { params: { memberId } }, { topics: ['people'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.people}>{t('people.toPeople')}</LinkButton>}>
        {t('people.notFound')}
      </NotFoundState>
    )
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const { id, name, title, joinedAt, left, roles } = read.data
  return (
    <Page
      title={name}
      heading={
        <Row isTight>
          <Avatar id={id} name={name} size="lg" />
          {name}
        </Row>
      }
      lead={title}
      breadcrumbs={[{ label: t('people.people'), href: paths.people }]}
      actions={
        <>
          {(read.data.can.manage || read.data.can.setWorkingTime) && <Manage member={read.data} />}
          {!left && actions(read.data)}
        </>
      }
    >
      {left && <Callout tone="warning">{t('people.left')}</Callout>}
      <Columns aside={<Places roles={roles} joinedAt={joinedAt} />}>{children(id)}</Columns>
    </Page>
  )
}

function Manage({ member }: { member: MemberCard }) {
  const t = useText()
  const { itemsFor, dialog } = useDeparture()
  const [isSaying, setSaying] = useState(false)
  const time = {
    id: 'time',
    label: t('people.workingTime'),
    icon: Clock,
    onAction: () => setSaying(true),
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label={t('people.group.personActions', { name: member.name })} />
        }
        items={[
          ...(member.can.setWorkingTime ? [time] : []),
          ...(member.can.manage ? itemsFor(member, member.left) : []),
        ]}
      />
      {dialog}
      {isSaying && <WorkingTimeDialog member={member} onClose={() => setSaying(false)} />}
    </>
  )
}

/** The groups someone is in, with what they are there. */
function Places({ roles, joinedAt }: { roles: readonly HeldRole[]; joinedAt: string }) {
  const t = useText()
  const places = [...Map.groupBy(roles, ({ groupId }) => groupId)]
  return (
    <Card title={t('people.groups')}>
      {places.length === 0 && <p className="ui-muted">{t('people.noGroup')}</p>}
      <List>
        {places.map(([groupId, held]) => (
          <ListRow
            key={groupId}
            title={<Link href={linkTo(paths.group, { groupId })}>{held[0]?.group}</Link>}
            text={held.map(({ role }) => t(`people.role.${role}`)).join(', ')}
          />
        ))}
      </List>
      <p className="ui-muted">{t.rich('people.joined', { time: <Time at={joinedAt} /> })}</p>
    </Card>
  )
}
