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
  const href =
    subject === 'course'
      ? linkTo(paths.course, { courseId: subjectId })
      : subject === 'need'
        ? linkTo(paths.need, { needId: subjectId })
        : paths.thanks
  return (
    <span className="leader-reason">
      <Link href={href}>{t(`leader.reason.${kind}`, { words })}</Link> <Time at={at} />
    </span>
  )
}
