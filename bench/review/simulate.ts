import TinyQueue from 'tinyqueue'
import { seeded } from '#platform/seeded'
import { usualPolicy } from '#validation/queue/policy.ts'
import { type Colleague, makeCompany, type Sizes, start } from './company.ts'
import { type Event, openRound, type Stage } from './rounds.ts'

const day = 86_400_000

export interface Plan extends Sizes {
  seed: number
  coursesPerMonth: number
  /** No more courses are written after so many courses or assignments, whichever comes first. */
  courses: number
  assignments: number
}

export interface Outcome {
  assignments: number
  rounds: number
  /** Working days from asking to the decision, as shares of the policy's deadline; in the order of the decisions. */
  waits: number[]
  /** Rounds that nobody ever decided on. */
  stuck: number
  /** How often nobody was left who could be asked. */
  stranded: number
  overCap: number
  ofOneself: number
  /** Rounds approved by nobody but peers whose course the author had checked lately. */
  reciprocalOnly: number
  /** How often each was asked. */
  loads: Map<string, number>
  /** How often the policy gave way, and how; `none`: it did not. */
  relaxed: Record<string, number>
  reminders: number
  expired: number
}

const noOutcome = (): Outcome => ({
  ...{ assignments: 0, rounds: 0, waits: [], stuck: 0, stranded: 0, overCap: 0, ofOneself: 0 },
  ...{ reciprocalOnly: 0, loads: new Map(), relaxed: {}, reminders: 0, expired: 0 },
})

/** So many courses of a hundred are about what one person alone knows. */
const rare = 3

/** Somebody writes a course, most about something they know; a third of the groups want two approvals. */
function submit(stage: Stage, at: number): void {
  const { company, random } = stage
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const author: Colleague = pick(company.authors)
  const topic = 100 * random() < rare ? company.rareTopic : pick([...author.knows.keys()])
  const policy = { ...usualPolicy, approvals: author.group % 3 === 0 ? 2 : 1 }
  openRound(stage, { author, topic, number: 1, first: new Set() }, policy, at)
}

/**
 * A company reviews its courses over simulated time: the engine decides, made-up colleagues read, decline, forget, go on
 * holiday and never answer. The same plan gives the same outcome.
 */
export function simulate(plan: Plan): { outcome: Outcome; loads: number[] } {
  const random = seeded(plan.seed)
  const company = makeCompany(random, plan)
  const events = new TinyQueue<Event>([], (a, b) => a.at - b.at)
  const outcome = noOutcome()
  const stage: Stage = { company, random, events, open: new Set(), checked: new Map(), outcome }
  let courses = 0
  const write = (at: number) => {
    if (courses >= plan.courses || outcome.assignments >= plan.assignments) return
    courses += 1
    submit(stage, at)
    const next = at - Math.log(1 - random()) * (30 / plan.coursesPerMonth) * day
    events.push({ at: next, run: () => write(next) })
  }
  write(start)
  for (let event = events.pop(); event; event = events.pop()) event.run()
  outcome.stuck = stage.open.size
  const loads = company.people
    .filter(({ id, knows }) => knows.size > 0 || outcome.loads.has(id))
    .map(({ id }) => outcome.loads.get(id) ?? 0)
  return { outcome, loads }
}
