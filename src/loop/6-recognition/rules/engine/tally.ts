import { isAbout, meets } from './about.ts'
import type { Counts, RuleEvent, RuleVersion } from './event.ts'

/** How far the count is that a rule looks at. */
export interface Tally {
  /** Takes note of an event, in their order. */
  add: (event: RuleEvent) => void
  /** How far it is at an event, which was added last. */
  at: (event: RuleEvent) => Counts
}

export const nothingCounted: Counts = { people: 0, voices: 0, useful: 0, times: 0 }
const day = 86_400_000

/** The tally of a rule, from nothing. */
export function tallyFor(rule: RuleVersion): Tally {
  const { when } = rule.body
  if (when.is === 'event') return { add: () => undefined, at: () => nothingCounted }
  return when.is === 'course' ? tallyOfCourses(rule, when) : tallyOfMembers(rule, when.days)
}

/** What happened after this moment counts. */
const sinceOf = (at: string, days: number | null): number =>
  days === null ? Number.NEGATIVE_INFINITY : Date.parse(at) - days * day

/** What is kept under a key, which is made where there is none. */
function kept<Kept>(all: Map<string, Kept>, key: string, make: () => Kept): Kept {
  const known = all.get(key)
  if (known !== undefined) return known
  const made = make()
  all.set(key, made)
  return made
}

function tallyOfMembers({ body }: RuleVersion, days: number | null): Tally {
  const moments = new Map<string, number[]>()
  const kind = body.when.is === 'member' ? body.when.event : null
  return {
    add: (event) => {
      const { memberId, memberGroups, at } = event
      if (memberId === null || event.kind !== kind) return
      if (meets(body.audience, memberGroups) && isAbout(body, event))
        kept(moments, memberId, (): number[] => []).push(Date.parse(at))
    },
    at: ({ memberId, at }) => {
      const own = moments.get(memberId ?? '') ?? []
      const since = sinceOf(at, days)
      return { ...nothingCounted, times: own.filter((moment) => moment > since).length }
    },
  }
}

/** What somebody said of a course, or took back. */
interface Said {
  memberId: string
  mark: string
  stands: boolean
  at: number
}

interface OfCourse {
  completed: { memberId: string; at: number }[]
  said: Said[]
  /** Everybody who completed it, and what still stands of what was said: for rules that count from the beginning. */
  people: Set<string>
  standing: Map<string, Said>
}

const newCourse = (): OfCourse => ({ completed: [], said: [], people: new Set(), standing: new Map() })

function tallyOfCourses(
  { body }: RuleVersion,
  { people: least, days }: { people: number; days: number | null },
): Tally {
  const courses = new Map<string, OfCourse>()
  return {
    add: (event) => {
      const { courseId, memberId, kind } = event
      if (courseId === null || memberId === null || !meets(body.audience, event.memberGroups)) return
      const own = kept(courses, courseId, newCourse)
      const at = Date.parse(event.at)
      if (kind === 'course-completed') complete(own, { memberId, at }, days)
      if (kind === 'course-judged')
        say(own, { memberId, at, mark: event.mark ?? '', stands: event.stands === true }, days)
    },
    at: ({ courseId, at }) => {
      const own = courses.get(courseId ?? '')
      if (!own) return nothingCounted
      const since = sinceOf(at, days)
      const within = () => own.completed.filter((one) => one.at > since).map(({ memberId }) => memberId)
      const people = days === null ? own.people.size : new Set(within()).size
      if (people < least) return { ...nothingCounted, people }
      const standing = days === null ? own.standing : standingOf(own.said.filter((one) => one.at > since))
      return { ...nothingCounted, people, ...judgedBy(standing) }
    },
  }
}

function complete(own: OfCourse, one: OfCourse['completed'][number], days: number | null): void {
  if (days === null) own.people.add(one.memberId)
  else own.completed.push(one)
}

function say(own: OfCourse, one: Said, days: number | null): void {
  if (days === null) stand(own.standing, one)
  else own.said.push(one)
}

/** Of what somebody said in the same words, the last counts: it stands, or it was taken back. */
function stand(standing: Map<string, Said>, one: Said): void {
  const key = `${one.memberId} ${one.mark}`
  if (one.stands) standing.set(key, one)
  else standing.delete(key)
}

function standingOf(said: readonly Said[]): Map<string, Said> {
  const standing = new Map<string, Said>()
  for (const one of said) stand(standing, one)
  return standing
}

const usefulMarks = ['useful', 'learned']

/** How many judge it, and how many of them find it useful. */
function judgedBy(standing: Map<string, Said>): { voices: number; useful: number } {
  const [voices, useful] = [new Set<string>(), new Set<string>()]
  for (const { memberId, mark } of standing.values()) {
    voices.add(memberId)
    if (usefulMarks.includes(mark.split(' ')[0] ?? '')) useful.add(memberId)
  }
  return { voices: voices.size, useful: useful.size }
}
