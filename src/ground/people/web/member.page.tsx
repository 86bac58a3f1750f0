import { useParams } from 'react-router'
import { useRead } from '#platform/web/use'
import { Avatar, Chip, ErrorState, NotFoundState, Page, Row, SkeletonRows, Time } from '#ui'
import { getMember } from '../contract.ts'
import { useText } from './text.ts'

/** Someone: what they do, where, in which roles. */
export function Component() {
  const t = useText()
  const { memberId = '' } = useParams()
  const read = useRead(getMember, { params: { memberId } }, { topics: ['people'] })
  if (read.isPending) return <SkeletonRows rows={2} />
  if (read.error?.problem.status === 404) return <NotFoundState>{t('people.notFound')}</NotFoundState>
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  const { id, name, title, joinedAt, left, roles } = read.data
  return (
    <Page
      title={name}
      width="middle"
      heading={
        <Row>
          <Avatar id={id} name={name} size="lg" />
          {name}
        </Row>
      }
      lead={title}
    >
      <Row gap={8}>
        {roles.map(({ groupId, group, role }) => (
          <Chip key={`${groupId} ${role}`} tone={role === 'leader' ? 'warm' : 'neutral'}>
            {t('people.roleIn', { role: t(`people.role.${role}`), group })}
          </Chip>
        ))}
      </Row>
      <p className="ui-muted">
        {left ? t('people.left') : t.rich('people.joined', { time: <Time at={joinedAt} /> })}
      </p>
    </Page>
  )
}
