import type { FeedEntry } from '../contract.ts'

type RuleKind = 'rule.gave' | 'rule.took-back'
type RewardKind = 'redemption.moved' | 'gift.given' | 'draw.drawn' | 'draw.withdrawn'
export type RecognitionKind =
  | 'kudos.given'
  | 'badge.awarded'
  | 'badge.revoked'
  | 'bonus.decided'
  | RuleKind
  | RewardKind

/** What is said of thanks, badges, bonuses, rewards and points: a message, and what fills it. */
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
        `feed.badge.${entry.actor ? 'awarded' : 'earned'}${reason === 'awarded-you' ? 'You' : ''}`,
        { to, name: String(data.name) },
      ] as const
    case 'badge.revoked':
      return ['feed.badge.revoked', { to, name: String(data.name) }] as const
    case 'bonus.decided': {
      const verdict = String(data.verdict) as 'approve' | 'decline'
      return [`feed.bonus.${reason === 'given-you' ? 'given' : verdict}`, { to }] as const
    }
    case 'rule.gave':
    case 'rule.took-back':
      return [
        kind === 'rule.gave' ? 'feed.points.gave' : 'feed.points.tookBack',
        { name: String(data.name), points: Number(data.points), times: Number(data.times) },
      ] as const
    case 'redemption.moved':
    case 'gift.given':
    case 'draw.drawn':
    case 'draw.withdrawn':
      return [ofReward(entry, kind), { to, name: String(data.name) }] as const
    default:
      return null
  }
}

/** What is said of what was redeemed. */
function ofReward({ data, actor }: FeedEntry, kind: RewardKind) {
  if (kind !== 'redemption.moved') return `feed.${kind}` as const
  if (data.state === 'won') return 'feed.redemption.won'
  if (!actor) return 'feed.redemption.moved'
  return `feed.redemption.${String(data.state) as 'approved' | 'declined' | 'fulfilled' | 'refunded'}` as const
}
