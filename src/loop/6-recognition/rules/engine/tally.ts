import { isAbout, meets } from './about.ts'
import type { Counts, RuleEvent, RuleVersion } from './event.ts'

/** Takes each event in its order and says how far the count is that a rule looks at then. */
export type Tally = (event: RuleEvent) => Counts

export const nothingCounted: Counts = { people: 0, voices: 0, useful: 0, times: 0 }
const day = 86_400_000

/** Who of a course is told apart in a tally. */
interface Said {
  memberId: string
  mark: string
  stands: boolean
  at: number
}

interface OfCourse {
  completed: { memberId: string; at: number }[]
  said: Said[]
}

/** The tally of a rule, from nothing. */
export function tallyFor(rule: RuleVersion): Tally {
  const { when } = rule.body
  if (when.is === 'event') return () => nothingCounted
  return when.is === 'course' ? tallyOfCourses(rule, when) : tallyOfMembers(rule, when.days)
}

/** What happened after this moment counts. */
const sinceOf = (at: string, days: number | null): number =>
  days === null ? Number.NEGATIVE_INFINITY : Date.parse(at) - days * day

function tallyOfMembers({ body }: RuleVersion, days: number | null): Tally {
  const moments = new Map<string, number[]>()
  const kind = body.when.is === 'member' ? body.when.event : null
  return (event) => {
    const { memberId, memberGroups, at } = event
    if (memberId === null || event.kind !== kind) return nothingCounted
    const own = moments.get(memberId) ?? []
    moments.set(memberId, own)
    if (meets(body.audience, memberGroups) && isAbout(body, event)) own.push(Date.parse(at))
    const since = sinceOf(at, days)
    return { ...nothingCounted, times: own.filter((moment) => moment > since).length }
  }
}

function tallyOfCourses(
  { body }: RuleVersion,
  { people: least, days }: { people: number; days: number | null },
): Tally {
  const courses = new Map<string, OfCourse>()
  return (event) => {
    const { courseId, memberId, kind, mark, stands, at } = event
    if (courseId === null) return nothingCounted
    const own: OfCourse = courses.get(courseId) ?? { completed: [], said: [] }
    courses.set(courseId, own)
    const moment = Date.parse(at)
    if (memberId !== null && meets(body.audience, event.memberGroups)) {
      if (kind === 'course-completed') own.completed.push({ memberId, at: moment })
      if (kind === 'course-judged')
        own.said.push({ memberId, mark: mark ?? '', stands: !!stands, at: moment })
    }
    const since = sinceOf(at, days)
    const people = new Set(own.completed.filter((one) => one.at > since).map((one) => one.memberId)).size
    return people < least
      ? { ...nothingCounted, people }
      : { ...nothingCounted, people, ...judgedBy(own.said, since) }
  }
}

const usefulMarks = ['useful', 'learned']

/** How many judge it, and how many of them find it useful: by what still stands of what each said. */
function judgedBy(said: readonly Said[], since: number): { voices: number; useful: number } {
  const last = new Map<string, Said>()
  for (const one of said) if (one.at > since) last.set(`${one.memberId} ${one.mark}`, one)
  const standing = [...last.values()].filter(({ stands }) => stands)
  const finds = standing.filter(({ mark }) => usefulMarks.includes(mark.split(' ')[0] ?? ''))
  const count = (all: readonly Said[]) => new Set(all.map(({ memberId }) => memberId)).size
  return { voices: count(standing), useful: count(finds) }
}
