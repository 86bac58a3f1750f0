import { afterWorkingDays } from '#platform/working-days'
import { type Candidate, type Chosen, choose, doesFit } from './choose.ts'
import type { Policy, Relaxation } from './policy.ts'

/** What became of somebody who was asked. */
export type SeatState = 'reading' | 'approved' | 'changes' | 'commented' | 'declined' | 'expired' | 'released'

/** Somebody who was asked to read a course, and until when it is their turn. */
export interface Seat {
  memberId: string
  by: Relaxation | null
  state: SeatState
  askedAt: Date
  remindedAt: Date | null
  dueAt: Date
}

/** A course under review. */
export interface Item {
  authorId: string
  policy: Policy
  askedAt: Date
  /** So many approvals decide it: the policy's, or fewer where it gave way. */
  needed: number
  /** Further opinions that were asked for: so many may ask for changes without ending the round. */
  opinions: number
  seats: readonly Seat[]
}

/** Why somebody's turn ended without a verdict. */
export type Ending = 'expired' | 'gone' | 'away' | 'unfit'

/** What is to be done about an item at a moment. */
export interface Turn {
  ends: { memberId: string; why: Ending }[]
  reminds: string[]
  asks: Chosen[]
  /** How many more were wanted. */
  missing: number
  needed: number
  /** Approved by as many as were wanted, or by all there are; sent back by more than may; null: it goes on. */
  outcome: 'approved' | 'changes' | null
  /** Nobody is left who could be asked, nobody reads, and nobody has approved. */
  isStranded: boolean
  /** When to look again; null: when something happens. */
  next: Date | null
}

/** A reviewer's turn, and what is left when they are reminded, as shares of the policy's working days. */
const turnShare = 0.35
const remindShare = 0.2
/** From this share on, or after so many turns that ran out, those who lead are asked first. */
const urgentShare = 0.65
const patience = 2
/** Where nobody has room, it is looked again after this share. */
const againShare = 0.05

/** How many working days somebody has to read a course. */
export const turnDays = ({ days }: Pick<Policy, 'days'>): number => days * turnShare

export interface Ground {
  candidates: readonly Candidate[]
  first: ReadonlySet<string>
  isReciprocal: (id: string) => boolean
}

/** Whose turn must end, and why. */
function endsOf({ seats, policy }: Item, candidates: readonly Candidate[], now: Date): Turn['ends'] {
  const reading = seats.filter(({ state }) => state === 'reading')
  if (reading.length === 0) return []
  const ids = new Set(reading.map(({ memberId }) => memberId))
  const known = new Map(
    candidates.filter(({ person }) => ids.has(person.id)).map((one) => [one.person.id, one]),
  )
  return reading.flatMap(({ memberId, by, dueAt }) => {
    const one = known.get(memberId)
    if (!one) return { memberId, why: 'gone' as const }
    if (one.person.availability === 'away') return { memberId, why: 'away' as const }
    if (by === null && !doesFit(one.as, policy)) return { memberId, why: 'unfit' as const }
    return dueAt <= now ? { memberId, why: 'expired' as const } : []
  })
}

/** Whether an item's time is short. */
function isUrgent({ seats, askedAt, policy }: Item, ended: number, now: Date): boolean {
  const ranOut = seats.filter(({ state }) => state === 'expired').length + ended
  return ranOut >= patience || afterWorkingDays(askedAt, policy.days * urgentShare) <= now
}

const isIndependent = ({ by }: Pick<Seat, 'by'>) => by !== 'reciprocal'

/** Whether the approvals given publish a course: enough of them, and one of somebody whom the author has not checked lately. */
function isApproved({ seats, needed }: Pick<Item, 'seats' | 'needed'>): boolean {
  const approved = seats.filter(({ state }) => state === 'approved')
  return approved.length >= needed && approved.some(isIndependent)
}

/** Whether more ask for changes than may without ending the round. */
const isSentBack = ({ seats, opinions }: Item): boolean =>
  seats.filter(({ state }) => state === 'changes').length > opinions

interface Standing {
  reading: readonly Seat[]
  approved: readonly Seat[]
  missing: number
}

/** Who reads on, who approved, and how many more are to be asked. */
function standingOf(item: Item, ends: Turn['ends'], now: Date): Standing {
  const ended = new Set(ends.map(({ memberId }) => memberId))
  const of = (state: SeatState) => item.seats.filter((seat) => seat.state === state)
  const reading = of('reading').filter(({ memberId }) => !ended.has(memberId))
  const approved = of('approved')
  // Once the time is over one more is asked than is needed: whoever answers first decides.
  const spare = item.seats.length > 0 && afterWorkingDays(item.askedAt, item.policy.days) <= now ? 1 : 0
  const wanted = item.needed + spare + Math.max(0, item.opinions - of('changes').length)
  if (isApproved(item) || isSentBack(item)) return { reading, approved, missing: 0 }
  const here = [...approved, ...reading]
  const missing = Math.max(here.some(isIndependent) || here.length === 0 ? 0 : 1, wanted - here.length)
  return { reading, approved, missing }
}

/** Who is asked now: nobody who was asked before, unless nobody else is left; then those again whose turn ran out. */
function asksOf(item: Item, ground: Ground, { reading, approved, missing }: Standing, urgent: boolean) {
  const hasIndependent = [...reading, ...approved].some(isIndependent)
  const wanted = { ...ground, policy: item.policy, count: missing, hasIndependent, isUrgent: urgent }
  const ids = (seats: readonly Seat[]) => [item.authorId, ...seats.map(({ memberId }) => memberId)]
  const anew = choose(ground.candidates, { ...wanted, without: new Set(ids(item.seats)) })
  if (!anew.isExhausted || reading.length > 0) return anew
  const refused = item.seats.filter(({ state }) => state !== 'expired')
  return choose(ground.candidates, { ...wanted, without: new Set(ids(refused)) })
}

/**
 * What is to be done about an item now: whose turn ends, who is reminded, who is asked. Pure: the same item, people and
 * moment give the same. Whoever applies it looks again at `next` and whenever something happened to the item.
 */
export function turnOf(item: Item, ground: Ground, now: Date): Turn {
  const { policy } = item
  const ends = endsOf(item, ground.candidates, now)
  const standing = standingOf(item, ends, now)
  const { reading, approved, missing } = standing
  const remindAt = ({ askedAt }: Seat) => afterWorkingDays(askedAt, policy.days * remindShare)
  const quiet = reading.filter(({ remindedAt }) => remindedAt === null)
  const reminds = quiet.filter((seat) => remindAt(seat) <= now).map(({ memberId }) => memberId)
  const { chosen, isExhausted } =
    missing > 0
      ? asksOf(item, ground, standing, isUrgent(item, ends.length, now))
      : { chosen: [], isExhausted: false }
  const isOver = isExhausted && chosen.length === 0 && reading.length === 0
  const moments = [
    ...reading.map((seat) => seat.dueAt),
    ...quiet.map(remindAt).filter((at) => at > now),
    ...(chosen.length > 0 ? [afterWorkingDays(now, policy.days * remindShare)] : []),
    ...(chosen.length < missing && !isOver ? [afterWorkingDays(now, policy.days * againShare)] : []),
  ]
  return {
    ...{ ends, reminds, asks: chosen, missing },
    needed: isOver && approved.length > 0 ? approved.length : item.needed,
    outcome:
      isApproved(item) || (isOver && approved.length > 0) ? 'approved' : isSentBack(item) ? 'changes' : null,
    isStranded: isOver && approved.length === 0,
    next: moments.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
  }
}
