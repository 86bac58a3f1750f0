import type { Gift, RuleVersion } from './event.ts'
import { periodOf } from './period.ts'

/** What a rule has given already, as far as it bears on what it gives next. */
export interface Used {
  /** What for and to whom. */
  given: Set<string>
  /** How often to each member in each period. */
  times: Map<string, number>
  /** How many points in each month. */
  months: Map<string, number>
  /** Which badge at which level to whom. */
  badges: Set<string>
}

export const noneUsed = (): Used => ({
  given: new Set(),
  times: new Map(),
  months: new Map(),
  badges: new Set(),
})

export const givenFor = (key: string, memberId: string): string => `${key} ${memberId}`
export const badgeFor = ({ badgeId, level }: { badgeId: string; level: number }, memberId: string): string =>
  `${badgeId} ${level} ${memberId}`

/** Whether a gift comes to nothing: a bonus alone that is not proposed. */
export const isNothing = ({ points, badge, bonus }: Pick<Gift, 'points' | 'badge' | 'bonus'>): boolean =>
  points === 0 && badge === null && bonus !== null && bonus.against !== null

/** Of which period a gift at a moment is, for a member; nothing where a rule does not limit that. */
export function turnOf({ body }: RuleVersion, memberId: string, at: string, timeZone: string): string | null {
  const cap = body.caps.member
  return cap && `${memberId} ${periodOf(at, cap.per, timeZone)}`
}

/**
 * Takes note of a gift. What was taken back later counts too: it was given. What came to nothing is not tried again, and
 * counts to no limit.
 */
export function use(used: Used, rule: RuleVersion, gift: Gift, when: { at: string; timeZone: string }): void {
  const { key, memberId, points, badge } = gift
  used.given.add(givenFor(key, memberId))
  if (isNothing(gift)) return
  if (badge) used.badges.add(badgeFor(badge, memberId))
  const turn = turnOf(rule, memberId, when.at, when.timeZone)
  if (turn !== null) used.times.set(turn, (used.times.get(turn) ?? 0) + 1)
  const month = periodOf(when.at, 'month', when.timeZone)
  used.months.set(month, (used.months.get(month) ?? 0) + points)
}
