import type { FeedEntry } from '../contract.ts'

export type RecognitionKind = 'kudos.given' | 'badge.awarded' | 'badge.revoked' | 'bonus.decided'

/** What is said of thanks, badges and bonuses: a message, and what fills it. */
export function ofRecognition(entry: FeedEntry) {
  const { kind, reason, data } = entry
  const to = String(data.toName ?? '')
  switch (kind) {
    case 'kudos.given': {
      const of = data.reviewId ? 'review' : data.isCommendation ? 'commended' : 'given'
      if (reason === 'thanked-you') return [`feed.kudos.${of}You`, {}] as const
      return [`feed.kudos.${of}`, { to, also: Number(data.also ?? 0) }] as const
    }
    case 'badge.awarded':
      return [
        `feed.badge.awarded${reason === 'awarded-you' ? 'You' : ''}`,
        { to, name: String(data.name) },
      ] as const
    case 'badge.revoked':
      return ['feed.badge.revoked', { to, name: String(data.name) }] as const
    case 'bonus.decided': {
      const verdict = String(data.verdict) as 'approve' | 'decline'
      return [`feed.bonus.${reason === 'given-you' ? 'given' : verdict}`, { to }] as const
    }
    default:
      return null
  }
}
