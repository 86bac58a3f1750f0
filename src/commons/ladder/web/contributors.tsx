import { Fragment } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, Card, Link, List, ListRow, Muted, Stack, useList as useListed } from '#ui'
import { listContributors } from '../contribution.contract.ts'
import { Next } from './next.tsx'
import { useText } from './text.ts'

const useContributors = (courseId: string) =>
  useRead(listContributors, { params: { courseId } }, { topics: [`course:${courseId}`, 'ladder'] })

/** In one line whose contributions are in a course; nothing where there are none. */
export function Credits({ courseId }: { courseId: string }) {
  const t = useText()
  const list = useListed()
  const { items = [], total = 0 } = useContributors(courseId).data ?? {}
  if (items.length === 0) return null
  const few = items.slice(0, 3).map(({ member }) => member.name)
  const more = total - few.length
  const names = list(more > 0 ? [...few, t('ladder.others', { count: more })] : few)
  return <p className="ladder-credits ui-muted">{t('ladder.credits', { names })}</p>
}

/** On a course: who gave what is in it; and for one of them, the next small thing. */
export function Contributors({ courseId }: { courseId: string }) {
  const t = useText()
  const list = useListed()
  const { items = [], total = 0 } = useContributors(courseId).data ?? {}
  if (items.length === 0) return null
  return (
    <Card title={t('ladder.contributors')} id="contributors">
      <Stack gap={12}>
        <List>
          {items.map(({ member, kinds }) => (
            <ListRow
              key={member.id}
              before={<Avatar id={member.id} name={member.name} size="sm" />}
              title={member.name}
              text={list(kinds.map((kind) => t(`ladder.kind.${kind}`)))}
              href={linkTo(paths.member, { memberId: member.id })}
            />
          ))}
        </List>
        {total > items.length && <Muted>{t('ladder.others', { count: total - items.length })}</Muted>}
        {items.some(({ isMe }) => isMe) && <Onward />}
      </Stack>
    </Card>
  )
}

/** Thanks, and what could be next. */
function Onward() {
  const t = useText()
  return (
    <Fragment>
      <p>{t('ladder.thanks')}</p>
      <Next />
      <Link href={paths.me}>{t('ladder.choose')}</Link>
    </Fragment>
  )
}
