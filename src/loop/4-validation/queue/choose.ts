import { type Approver, approvers as approverNames, type Policy, type Relaxation } from './policy.ts'

/** Somebody who may be asked, with what was said and counted of them. */
export interface Person {
  id: string
  availability: 'open' | 'busy' | 'away'
  /** Reviews that wait for them now. */
  open: number
  /** Reviews they were asked for in the last 30 days. */
  recent: number
  /** Reviews they gave, and that they let run out, in the last 90 days. */
  given: number
  silent: number
}

export interface Candidate {
  person: Person
  /** In which of the ways that a policy may name they are fit for this course. */
  as: readonly Approver[]
  /** How much they know of what it is about, 0 to 1. */
  expertise: number
  /** How many groups above the course's own they lead or manage; null: they do neither. */
  leads: number | null
}

export interface Wanted {
  policy: Policy
  count: number
  /** Who is not asked (again): the author, whoever was asked. */
  without: ReadonlySet<string>
  /** Who is asked before everybody else where they fit: whom the author wishes, who read the round before. */
  first: ReadonlySet<string>
  /** Whether the author has checked a course of theirs lately. */
  isReciprocal: (id: string) => boolean
  /** Whether somebody who is not reciprocal reads it already. */
  hasIndependent: boolean
  /** Whether the time is short: those who lead are asked before the circle is widened. */
  isUrgent: boolean
}

export interface Chosen {
  id: string
  /** How the policy gave way for them; null where it did not. */
  by: Relaxation | null
  /** As what they are asked. */
  as: Approver
}

/** In which order the policy gives way: less comes first. */
const orders = {
  calm: { none: 0, busy: 1, widened: 2, anyone: 3, escalated: 4, reciprocal: 5, alone: 6, fewer: 7 },
  urgent: { none: 0, escalated: 1, busy: 2, widened: 3, anyone: 4, reciprocal: 5, alone: 6, fewer: 7 },
} as const

/** Whether somebody is one of those by whom a policy wants a course checked. */
export function doesFit(as: readonly Approver[], { approvers }: Policy): boolean {
  for (const way of as) if (approvers.includes(way)) return true
  return false
}

const doesReview = (as: readonly Approver[]): boolean =>
  as.includes('reviewers') || as.includes('leaders') || as.includes('managers')

/** How the policy gives way for somebody, `none` where it need not; null: they are not asked at all. */
function wayOf(
  { person, as, leads }: Candidate,
  { policy, isUrgent }: Pick<Wanted, 'policy' | 'isUrgent'>,
): Relaxation | 'none' | null {
  if (doesFit(as, policy)) {
    if (person.availability === 'open') return 'none'
    return isUrgent && leads !== null ? 'escalated' : 'busy'
  }
  if (leads !== null && (isUrgent || !policy.mayWiden)) return 'escalated'
  if (!policy.mayWiden) return null
  return leads !== null || doesReview(as) ? 'widened' : 'anyone'
}

/** As what somebody is asked: one of what the policy names, if they are; knowing it counts before a role. */
function askedAs(as: readonly Approver[], { approvers }: Policy): Approver {
  const ways = as.toSorted((a, b) => approverNames.indexOf(a) - approverNames.indexOf(b))
  return ways.find((way) => approvers.includes(way)) ?? ways[0] ?? 'anyone'
}

interface Ranked extends Pick<Chosen, 'id' | 'by'> {
  candidate: Candidate
  order: number
  worth: number
}

/** Whoever knows more comes sooner, whoever has more to read or lets it run out later. */
function worthOf({ person, expertise, leads }: Candidate, isEscalated: boolean): number {
  const { open, recent, given, silent } = person
  const heeds = (1 + given) / (1 + given + 2 * silent)
  const near = isEscalated ? 1 / (1 + (leads ?? 0)) : 1
  const load = 1 + open + recent / 4
  return (near * heeds * heeds * (0.2 + expertise)) / (load * load)
}

const isBefore = (a: Ranked, b: Ranked): boolean => {
  if (a.order !== b.order) return a.order < b.order
  return a.worth === b.worth ? a.id < b.id : a.worth > b.worth
}

/** Keeps the best so many, in order. */
function insert(best: Ranked[], one: Ranked, most: number): void {
  let at = best.length
  while (at > 0 && isBefore(one, best[at - 1] as Ranked)) at -= 1
  if (at >= most) return
  best.splice(at, 0, one)
  if (best.length > most) best.pop()
}

/** How somebody would be asked who has all the time there is; null: not at all. */
export function fitOf(one: Candidate, policy: Policy): Pick<Chosen, 'by' | 'as'> | null {
  const idle = { ...one, person: { ...one.person, availability: 'open' as const } }
  const way = wayOf(idle, { policy, isUrgent: false })
  return way && { by: way === 'none' ? null : way, as: askedAs(one.as, policy) }
}

export interface Choice {
  chosen: Chosen[]
  /** Whether nobody is left who could ever be asked: not later, when they have room again, either. */
  isExhausted: boolean
}

/**
 * Whom to ask to read a course: the best of those who fit, while the policy gives way no further than it must. Fewer
 * than were wanted when there are no more. Looks at each candidate once; the same input gives the same people.
 */
export function choose(candidates: Iterable<Candidate>, wanted: Wanted): Choice {
  const { policy, count, without, first, isReciprocal, isUrgent, hasIndependent } = wanted
  const order = isUrgent ? orders.urgent : orders.calm
  const best: Ranked[] = []
  let isAlone = true
  let isExhausted = true
  for (const candidate of candidates) {
    const { id, availability, open } = candidate.person
    const most = worthOf(candidate, false)
    const last = best[count - 1]
    // Most of a long list is passed over here: who fits no better, and comes later.
    if (last?.order === 0 && most < last.worth && first.size === 0) continue
    if (availability === 'away' || without.has(id)) continue
    const way = wayOf(candidate, wanted)
    if (way === null) continue
    isExhausted = false
    const by = isReciprocal(id) ? 'reciprocal' : way
    if (by !== 'reciprocal') isAlone = false
    if (open >= policy.mostOpen) continue
    const worth = (by === 'escalated' ? worthOf(candidate, true) : most) * (first.has(id) ? 1000 : 1)
    if (last && (order[by] > last.order || (order[by] === last.order && worth < last.worth))) continue
    insert(best, { id, candidate, by: by === 'none' ? null : by, order: order[by], worth }, count)
  }
  const isLast = isAlone && !hasIndependent
  const chosen = best.map(({ id, by, candidate }): Chosen => {
    return { id, by: isLast ? 'alone' : by, as: askedAs(candidate.as, policy) }
  })
  const isIndependent = hasIndependent || isLast || best.some(({ by }) => by !== 'reciprocal')
  return { chosen: isIndependent ? chosen : [], isExhausted }
}
