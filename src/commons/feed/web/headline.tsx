import type { ReactNode } from 'react'
import type { FeedEntry } from '../contract.ts'
import { useText } from './text.ts'

/** Who did what, in one line. */
export function Headline({ entry }: { entry: FeedEntry }) {
  const t = useText()
  const { kind, actor, data, reason, group } = entry
  const name = actor?.name ?? t('feed.someone')
  const bold = { b: (parts: ReactNode[]) => <strong>{parts}</strong> }
  const said = (key: Parameters<typeof t>[0], more: Record<string, string> = {}) =>
    t.rich(key, { actor: name, ...more, ...bold })
  switch (kind) {
    case 'course.published':
      return said(
        reason === 'you-voiced' || reason === 'you-raised'
          ? 'feed.course.publishedForYou'
          : 'feed.course.published',
      )
    case 'comment.made':
      return said(reason === 'you-commented' ? 'feed.comment.answered' : 'feed.comment.made')
    case 'kudos.given':
      return reason === 'thanked-you'
        ? said('feed.kudos.givenYou')
        : said('feed.kudos.given', { to: String(data.toName ?? '') })
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
    case 'handover.closed': {
      const which =
        kind === 'handover.closed' ? kind : (`handover.${String(data.why) as 'left' | 'leaving'}` as const)
      return said(`feed.${which}`, { name: String(data.name), topic: String(data.topic) })
    }
    case 'finding.resolved':
      return said(`feed.finding.${String(data.resolution) as 'accepted' | 'dismissed'}`)
    default:
      return said(`feed.${kind}`)
  }
}
