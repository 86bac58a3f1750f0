import type { HealthKind, HealthReason, Thresholds } from '../health.contract.ts'
import type { Share } from './score.ts'

/** What is known of a published course when it is judged. Days are YYYY-MM-DD. */
export interface State {
  today: string
  /** The day on which it was last published, approved or verified. */
  lookedAt: string
  /** The day until which its author answers for it. */
  verifyBy: string | null
  /** What readers have said of it since it was last looked at. */
  share: Share | undefined
  outdated: number
  wrong: number
  /** Whether nobody has begun it for as long as it may go without being looked at. */
  isUnused: boolean
  /** Another published course that says nearly the same. */
  otherId: string | null
}

export interface Wanted {
  kind: HealthKind
  why: HealthReason[]
}

const day = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day

/** The day so many days after another. */
export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * day).toISOString().slice(0, 10)

/** What readers find wrong with it. A figure about fewer people than may be told (`fewest`) sends nothing anywhere. */
function faults(state: State, { lowest, outdated, wrong }: Thresholds, fewest: number) {
  const { share } = state
  const isKnown = share !== undefined && share.people >= fewest
  const why: HealthReason[] = []
  if (state.outdated >= Math.max(outdated, fewest)) why.push('outdated')
  if (state.wrong >= Math.max(wrong, fewest)) why.push('wrong')
  if (isKnown && share.low * 100 < lowest) why.push('score')
  return { why, isHopeless: isKnown && share.high * 100 < lowest }
}

/**
 * What is to be done with a course, and why. One that nearly all readers turn down, or that is due to be looked at while
 * nobody learns from it, is to be retired rather than mended.
 */
export function wantedFor(state: State, thresholds: Thresholds, fewest: number): Wanted[] {
  const { why, isHopeless } = faults(state, thresholds, fewest)
  const due: HealthReason[] = []
  if (state.verifyBy !== null && state.verifyBy <= state.today) due.push('expired')
  if (daysBetween(state.lookedAt, state.today) >= thresholds.verifyAfterDays) due.push('aged')
  const isIdle = due.length > 0 && state.isUnused
  const retire: HealthReason[] = [
    ...(isHopeless ? (['hopeless'] as const) : []),
    ...(isIdle ? (['unused'] as const) : []),
  ]
  const wanted: Wanted[] = [
    { kind: 'verify', why: isIdle ? [] : due },
    { kind: 'edit', why: isHopeless ? [] : why },
    { kind: 'merge', why: state.otherId ? ['alike'] : [] },
    { kind: 'retire', why: retire },
  ]
  return wanted.filter((one) => one.why.length > 0)
}
