/** How a step comes to somebody. */
export const channels = ['feed', 'mail', 'chat'] as const

/** What one may answer. */
export const calls = ['interested', 'nominate', 'later', 'no'] as const
export type Call = (typeof calls)[number]

/** Where a further link of a step leads. */
export const links = ['experts', 'ask', 'learn', 'academy', 'thanks', 'create', 'impact', 'home'] as const
