import type { ReactNode } from 'react'
import type { FeedEntry } from '../contract.ts'
import { type LeaderKind, ofLeaders } from './among-leaders.ts'
import { type CommonsKind, ofCommons } from './of-commons.ts'
import { ofRecognition, type RecognitionKind } from './recognized.ts'
import { type LadderKind, ofLadder } from './small.ts'
import { useText } from './text.ts'

type ToldElsewhere = RecognitionKind | CommonsKind | LeaderKind | LadderKind

/** Who did what, in one line. */
export function Headline({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { kind, actor, data, reason, group } = entry
  const name = actor?.name ?? t('feed.someone')
  const bold = { b: (parts: ReactNode[]) => <strong>{parts}</strong> }
  const said = (key: Parameters<typeof t>[0], more: Record<string, string | number> = {}) =>
    t.rich(key, { actor: name, ...more, ...bold })
  const told = ofRecognition(entry) ?? ofCommons(entry) ?? ofLeaders(entry) ?? ofLadder(entry)
  if (told) return said(told[0], told[1])
  switch (kind) {
    case 'course.published':
      return said(wasAskedFor(reason) ? 'feed.course.publishedForYou' : 'feed.course.published')
    case 'comment.made':
      return said(reason === 'you-commented' ? 'feed.comment.answered' : 'feed.comment.made')
    case 'review.given':
      return said(`feed.review.${String(data.verdict) as 'approve' | 'changes' | 'comment'}`)
    case 'nomination.asked':
      return said('feed.nomination.asked', { group: group.name })
    case 'nomination.answered':
      return said(`feed.nomination.${String(data.answer) as 'accepted' | 'declined' | 'later'}`, {
        group: group.name,
      })
    case 'expert.asked':
    case 'expert.answered':
      return said(`feed.${kind}`, { name: String(data.name) })
    case 'handover.opened':
    case 'handover.closed':
      return said(ofHandover(entry), handed(data))
    case 'health.opened':
      return said(`feed.health.${String(data.kind) as 'verify' | 'edit' | 'merge' | 'retire'}`)
    case 'courses.handed-over':
      return said('feed.courses.handedOver', { name: String(data.name), count: Number(data.count) })
    case 'finding.resolved':
      return said(`feed.finding.${String(data.resolution) as 'accepted' | 'dismissed'}`)
    default:
      return said(`feed.${kind as Exclude<typeof kind, ToldElsewhere>}`)
  }
}

const wasAskedFor = (reason: FeedEntry['reason']) => reason === 'you-voiced' || reason === 'you-raised'

/** What is said of a handover. */
const ofHandover = ({ kind, data }: FeedEntry) =>
  kind === 'handover.closed'
    ? 'feed.handover.closed'
    : (`feed.handover.${String(data.why) as 'left' | 'leaving'}` as const)

const handed = ({ name, topic }: FeedEntry['data']) => ({ name: String(name), topic: String(topic) })
