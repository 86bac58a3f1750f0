import { CircleCheck, Combine, Hand, MessageCircleQuestion, XCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { listCoursesForNeed } from '#course/contract.ts'
import { getClaim } from '#leader/contract.ts'
import type { Need } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import { Card, Link, List, ListRow, Time } from '#ui'
import { useText } from '../../web/text.ts'

interface Turn {
  icon: typeof Hand
  what: ReactNode
  at: string | null
}

/** What has become of a need since it was raised, first things first. */
export function Story({ need }: { need: Need }) {
  const turns = useTurns(need)
  const t = useText()
  return (
    <Card title={t('app.need.story')}>
      <List>
        {turns.map(({ icon: Icon, what, at }, place) => (
          <ListRow
            key={at ?? place}
            before={<Icon size={18} aria-hidden="true" />}
            title={what}
            text={at && <Time at={at} />}
          />
        ))}
      </List>
    </Card>
  )
}

function useTurns(need: Need): Turn[] {
  const t = useText()
  const params = { needId: need.id }
  const claim = useRead(getClaim, { params }, { topics: ['needs'] }).data?.claim
  const courses = useList(listCoursesForNeed, { params }, { topics: ['courses', 'needs'] }).items
  const by = (id: string, name: string) => (
    <Link href={linkTo(paths.member, { memberId: id })} isQuiet>
      {name}
    </Link>
  )
  const { raisedBy, raisedAt, state } = need
  const turns: Turn[] = [
    {
      icon: MessageCircleQuestion,
      what: t.rich('app.need.raised', { name: by(raisedBy.id, raisedBy.name) }),
      at: raisedAt,
    },
  ]
  if (claim)
    turns.push({
      icon: Hand,
      what: t.rich('app.need.claimed', { name: by(claim.member.id, claim.member.name) }),
      at: claim.claimedAt,
    })
  for (const { id, title, publishedAt } of courses) {
    const course = (
      <Link href={linkTo(paths.course, { courseId: id })} isQuiet>
        {title}
      </Link>
    )
    turns.push({ icon: CircleCheck, what: t.rich('app.need.answered', { course }), at: publishedAt })
  }
  if (state === 'merged') turns.push({ icon: Combine, what: t('app.need.wasMerged'), at: null })
  if (state === 'closed') turns.push({ icon: XCircle, what: t('app.need.wasClosed'), at: null })
  return turns
}
