/** What a reward may be: what changes between them is who gets it, and what is said of it. */
export const rewardKinds = ['thing', 'gift', 'donation', 'time-off', 'time-with'] as const

/** Who must agree before somebody gets it. */
export const approvals = ['none', 'managers', 'admins'] as const

/** How often: so many in each of these. */
export const spans = ['month', 'year', 'ever'] as const

/** Why somebody cannot have a reward; the first that holds is said. */
export const hindrances = ['early', 'over', 'apart', 'drawn', 'sold-out', 'limit', 'points'] as const

/** What becomes of a request. Each state is reached once at most. */
export const redemptionStates = [
  'asked',
  'approved',
  'declined',
  'cancelled',
  'fulfilled',
  'refunded',
] as const

/** Points that a reward costs, and pieces that are moved at once, at most. */
export const mostPrice = 1_000_000
export const mostPieces = 100_000

/** So many are in use at most: whoever looks for one reads them all. */
export const mostRewards = 200

/** What became of an entry of a draw: it won, was passed over and why, or others had it before. */
export const outcomes = ['won', 'left', 'apart', 'limit', 'points', 'not-reached'] as const

/** So many enter a draw at most: whoever checks it reads them all. */
export const mostEntries = 10_000
