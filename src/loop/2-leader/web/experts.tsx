import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, ErrorState, Link, List, ListRow, SkeletonRows, Time } from '#ui'
import { type Expert, suggestExperts } from '../contract.ts'
import { useText } from './text.ts'
import './leader.css'

/** Who probably knows, each with what says so. */
export function Experts({ needId, empty }: { needId: string; empty: ReactNode }) {
  const read = useRead(suggestExperts, { params: { needId } })
  if (read.isPending) return <SkeletonRows rows={2} />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.data.items.length === 0) return <p className="ui-muted">{empty}</p>
  return (
    <List>
      {read.data.items.map(({ member, reasons }) => (
        <ListRow
          key={member.id}
          className="leader-expert"
          before={<Avatar id={member.id} name={member.name} />}
          title={member.name}
          href={linkTo(paths.member, { memberId: member.id })}
          text={reasons.map((reason) => (
            <Reason key={`${reason.kind} ${reason.subjectId}`} reason={reason} />
          ))}
        />
      ))}
    </List>
  )
}

function Reason({ reason }: { reason: Expert['reasons'][number] }) {
  const t = useText()
  const { kind, words, subject, subjectId, at } = reason
  return (
    <span className="leader-reason">
      <Link href={hrefOf(subject, subjectId)}>{t(`leader.reason.${kind}`, { words })}</Link>{' '}
      {at && <Time at={at} />}
    </span>
  )
}

function hrefOf(subject: Expert['reasons'][number]['subject'], id: string): string {
  if (subject === 'course') return linkTo(paths.course, { courseId: id })
  if (subject === 'need') return linkTo(paths.need, { needId: id })
  return subject === 'member' ? linkTo(paths.member, { memberId: id }) : paths.thanks
}
