import type { FeedEntry } from '../contract.ts'

type HourKind = 'hour.joined' | 'hour.changed' | 'hour.cancelled'
type CoachingKind = 'coaching.asked' | 'coaching.answered' | 'coaching.ended'
type TimeKind =
  | ('time.asked' | 'time.proposed' | 'time.agreed' | 'time.declined' | 'time.ended')
  | 'time.reported'
export type LeaderKind = 'post.discussed' | HourKind | CoachingKind | TimeKind

/** What is said of what leaders do among themselves: a message, and what fills it. */
export function ofLeaders({ kind, reason, data }: FeedEntry) {
  switch (kind) {
    case 'post.discussed': {
      const key = reason === 'mentioned-you' ? 'feed.post.mentioned' : 'feed.post.discussed'
      return [key, { title: String(data.title) }] as const
    }
    case 'hour.joined':
    case 'hour.changed':
    case 'hour.cancelled':
      return [`feed.${kind}`, { topic: String(data.topic) }] as const
    case 'coaching.answered':
      return [`feed.coaching.${String(data.answer) as 'accept' | 'decline'}`, {}] as const
    case 'time.asked':
    case 'time.proposed':
    case 'time.agreed':
      return [`feed.${kind}`, { hours: Number(data.hours) }] as const
    case 'time.declined':
    case 'time.ended':
    case 'time.reported':
    case 'coaching.asked':
    case 'coaching.ended':
      return [`feed.${kind}`, {}] as const
    default:
      return null
  }
}
