/** How a step comes to somebody. */
export const channels = ['feed', 'mail', 'chat'] as const

/** What one may answer. */
export const calls = ['interested', 'nominate', 'later', 'no'] as const
export type Call = (typeof calls)[number]

/** Where a further link of a step leads. */
export const links = ['experts', 'ask', 'learn', 'academy', 'thanks', 'create', 'impact', 'home'] as const

interface Asking {
  volunteers?: boolean | null | undefined
}
/** Whether a campaign looks for leaders: who is interested is a volunteer then. */
export const isForLeaders = ({ volunteers }: Asking): boolean => volunteers !== false
/** What facts say of one that does not. */
export const purposeOf = (body: Asking): { isForLeaders?: false } =>
  isForLeaders(body) ? {} : { isForLeaders: false }
