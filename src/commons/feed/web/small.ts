import type { FeedEntry } from '../contract.ts'

type ContributionKind =
  | 'contribution.made'
  | 'contribution.taken'
  | 'contribution.declined'
  | 'contribution.credited'
export type LadderKind = ContributionKind | 'ladder.proposed'

/** What is said of small contributions: a message, and what fills it. */
export function ofLadder({ kind, data }: FeedEntry) {
  switch (kind) {
    case 'contribution.made':
    case 'contribution.taken':
    case 'contribution.declined':
    case 'contribution.credited':
      return [`feed.${kind}`, { what: String(data.what) }] as const
    case 'ladder.proposed':
      return ['feed.ladder.proposed', { rung: String(data.rung) }] as const
    default:
      return null
  }
}
