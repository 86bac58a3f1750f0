import type TinyQueue from 'tinyqueue'
import { afterWorkingDays, workingDaysBetween } from '#platform/working-days'
import type { Chosen } from '#validation/queue/choose.ts'
import type { Policy } from '#validation/queue/policy.ts'
import { type Item, type Seat, type Turn, turnDays, turnOf } from '#validation/queue/turn.ts'
import { type Colleague, type Company, isOnHoliday } from './company.ts'
import type { Outcome } from './simulate.ts'

const day = 86_400_000

/** A round of review in the simulation. */
export interface Round extends Item {
  author: Colleague
  topic: number
  number: number
  seats: Seat[]
  first: ReadonlySet<string>
  isDecided: boolean
  /** The moment at which it is looked at again; what was noted for another is void. */
  next: number
}

export interface Event {
  at: number
  run: () => void
}

/** All that goes on. */
export interface Stage {
  company: Company
  random: () => number
  events: TinyQueue<Event>
  open: Set<Round>
  /** When somebody last checked a course of somebody else's: "reviewer author". */
  checked: Map<string, number>
  outcome: Outcome
}

const find = ({ company }: Stage, id: string): Colleague => company.people[Number(id.slice(1))] as Colleague

function lately(times: number[], now: number, days: number): number {
  while (times[0] !== undefined && times[0] < now - days * day) times.shift()
  return times.length
}

/** What Cairn would know of somebody at a moment. */
function refresh(person: Colleague, at: number): void {
  person.availability = person.tells && isOnHoliday(person, at) ? 'away' : 'open'
  person.recent = lately(person.asked, at, 90)
  person.given = lately(person.gave, at, 90)
  person.silent = lately(person.ranOut, at, 90)
}

/** Around so many working days, most sooner and some much later (log-normal). */
function spread(random: () => number, median: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(0.8 * normal)
}

export function openRound(
  stage: Stage,
  what: Pick<Round, 'author' | 'topic' | 'number' | 'first'>,
  policy: Policy,
  at: number,
): void {
  const round: Round = {
    ...{ ...what, policy, authorId: what.author.id, askedAt: new Date(at), needed: policy.approvals },
    ...{ opinions: 0, seats: [], isDecided: false, next: at },
  }
  stage.outcome.rounds += 1
  stage.open.add(round)
  look(stage, round, at)
}

/** Has the engine look at a round, and does what it says. */
function look(stage: Stage, round: Round, at: number): void {
  if (round.isDecided) return
  const { company, checked, outcome, events } = stage
  const candidates = company.candidatesFor(round.author.group, round.topic)
  for (const { person } of candidates) refresh(person as Colleague, at)
  const isReciprocal = (id: string) => (checked.get(`${round.authorId} ${id}`) ?? 0) > at - 90 * day
  const turn = turnOf(round, { candidates, first: round.first, isReciprocal }, new Date(at))
  end(stage, round, turn.ends, at)
  for (const seat of round.seats) if (turn.reminds.includes(seat.memberId)) seat.remindedAt = new Date(at)
  outcome.reminders += turn.reminds.length
  for (const { id, by } of turn.asks) ask(stage, round, { id, by }, at)
  round.needed = turn.needed
  if (turn.isStranded) outcome.stranded += 1
  if (turn.outcome) decide(stage, round, turn.outcome, at)
  else if (turn.next) {
    const next = turn.next.getTime()
    round.next = next
    events.push({ at: next, run: () => round.next === next && look(stage, round, next) })
  }
}

function end(stage: Stage, round: Round, ends: Turn['ends'], at: number): void {
  for (const { memberId, why } of ends) {
    const seat = round.seats.find((one) => one.memberId === memberId && one.state === 'reading')
    if (!seat) continue
    const person = find(stage, memberId)
    person.open -= 1
    seat.state = why === 'expired' ? 'expired' : 'released'
    if (why !== 'expired') continue
    person.ranOut.push(at)
    stage.outcome.expired += 1
  }
}

/** Somebody is asked, and will answer at their time, decline, or never say anything. */
function ask(stage: Stage, round: Round, { id, by }: Pick<Chosen, 'id' | 'by'>, at: number): void {
  const { outcome, random, events } = stage
  const person = find(stage, id)
  person.open += 1
  person.asked.push(at)
  outcome.assignments += 1
  outcome.relaxed[by ?? 'none'] = (outcome.relaxed[by ?? 'none'] ?? 0) + 1
  outcome.loads.set(id, (outcome.loads.get(id) ?? 0) + 1)
  if (person.open > round.policy.mostOpen) outcome.overCap += 1
  if (id === round.authorId) outcome.ofOneself += 1
  const dueAt = afterWorkingDays(new Date(at), turnDays(round.policy))
  const seat: Seat = { memberId: id, by, state: 'reading', askedAt: new Date(at), remindedAt: null, dueAt }
  round.seats = [...round.seats.filter(({ memberId }) => memberId !== id), seat]
  if (person.isSilent) return
  const declines = random() < 0.08
  let when = afterWorkingDays(new Date(at), declines ? 0.2 : spread(random, 0.8)).getTime()
  // Nobody answers on holiday: they do when they are back.
  for (let days = 0; days < 60 && isOnHoliday(person, when); days += 1) when += day
  events.push({ at: when, run: () => answer(stage, round, seat, { declines, at: when }) })
}

function answer(
  stage: Stage,
  round: Round,
  seat: Seat,
  { declines, at }: { declines: boolean; at: number },
): void {
  if (seat.state !== 'reading' || round.isDecided) return
  const { random, checked } = stage
  const person = find(stage, seat.memberId)
  person.open -= 1
  person.gave.push(at)
  const chance = random()
  seat.state = declines ? 'declined' : chance < 0.65 ? 'approved' : chance < 0.97 ? 'changes' : 'commented'
  if (!declines) checked.set(`${seat.memberId} ${round.authorId}`, at)
  look(stage, round, at)
}

/** A round is over; one that was sent back comes again when its author has mended it, to whoever read it first. */
function decide(stage: Stage, round: Round, outcome: 'approved' | 'changes', at: number): void {
  const { open, outcome: so, random, events } = stage
  round.isDecided = true
  open.delete(round)
  for (const seat of round.seats.filter(({ state }) => state === 'reading')) {
    seat.state = 'released'
    find(stage, seat.memberId).open -= 1
  }
  so.waits.push(workingDaysBetween(round.askedAt, new Date(at)) / round.policy.days)
  const of = (state: Seat['state']) => round.seats.filter((seat) => seat.state === state)
  if (outcome === 'approved') {
    if (of('approved').every(({ by }) => by === 'reciprocal')) so.reciprocalOnly += 1
    return
  }
  const again = afterWorkingDays(new Date(at), 0.5 + 3 * random()).getTime()
  const first = new Set(of('changes').map(({ memberId }) => memberId))
  const next = { ...round, number: round.number + 1, first }
  events.push({ at: again, run: () => openRound(stage, next, round.policy, again) })
}
