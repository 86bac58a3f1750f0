/** What is known of a flag when the same people are found again. */
export interface Known {
  memberIds: readonly string[]
  thanks: number
}

/** Whether two flags are about the same people: more than half of all of them are in both. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  const both = one.filter((id) => other.includes(id)).length
  return both * 2 > one.length + other.length - both
}

/**
 * Whether what somebody has decided about has become more since: somebody was not in it, or they thanked one another half
 * as often again.
 */
export const hasGrown = (before: Known, now: Known): boolean =>
  now.thanks * 2 >= before.thanks * 3 || now.memberIds.some((id) => !before.memberIds.includes(id))
