import type { Candidate, Person } from '#validation/queue/choose.ts'
import type { Approver } from '#validation/queue/policy.ts'

const day = 86_400_000
export const start = Date.UTC(2026, 0, 5)

/** Somebody of the made-up company. */
export interface Colleague extends Person {
  group: number
  /** What they know of each topic they know, 0 to 1. */
  knows: Map<number, number>
  isSilent: boolean
  /** Whether they say beforehand when they are on holiday. */
  tells: boolean
  /** When they were asked, gave a verdict and let it run out, in milliseconds. */
  asked: number[]
  gave: number[]
  ranOut: number[]
}

export interface Company {
  people: Colleague[]
  /** Those who know something. */
  authors: Colleague[]
  /** What only one of them knows. */
  rareTopic: number
  /** The candidates for a course of a group about a topic. */
  candidatesFor: (group: number, topic: number) => Candidate[]
}

export interface Sizes {
  people: number
  groups: number
  topics: number
}

const between = (random: () => number, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

function colleague(random: () => number, at: number, { groups, topics }: Sizes): Colleague {
  const knows = new Map<number, number>()
  for (let count = between(random, 0, 3); count > 0; count -= 1) {
    // Some topics are known by many, most by few; the last one is left for its only expert.
    const topic = Math.floor((topics - 1) * random() ** 1.5)
    knows.set(topic, 0.1 + 0.9 * random() ** 2)
  }
  if (at === 0) knows.set(topics - 1, 1)
  return {
    ...{ id: `p${at}`, availability: 'open', open: 0, recent: 0, given: 0, silent: 0 },
    ...{ group: at % groups, knows, isSilent: random() < 0.2, tells: random() < 0.7 },
    ...{ asked: [], gave: [], ranOut: [] },
  }
}

/** Weeks of holiday in a year: two for most in August, one at the turn of the year, two more at any time. */
export function isOnHoliday({ id }: Pick<Colleague, 'id'>, at: number): boolean {
  const date = new Date(at)
  const week = Math.floor((at - Date.UTC(date.getUTCFullYear(), 0, 1)) / (7 * day))
  const number = Number(id.slice(1)) + date.getUTCFullYear() * 31
  const own = [number % 50, (number * 7 + 13) % 50]
  if (number % 10 < 6 && (week === 31 + (number % 2) || week === 32 + (number % 2))) return true
  return own.includes(week) || (week >= 51 && number % 10 < 8)
}

/** A company of groups of about the same size, each with leaders and reviewers; every ten groups have a manager above. */
export function makeCompany(random: () => number, sizes: Sizes): Company {
  const people = Array.from({ length: sizes.people }, (_, at) => colleague(random, at, sizes))
  const byGroup = Map.groupBy(people, ({ group }) => group)
  const experts = new Map<number, Candidate[]>()
  for (const person of people)
    for (const [topic, expertise] of person.knows) {
      const list = experts.get(topic) ?? []
      list.push({ person, as: ['experts'], expertise, leads: null })
      experts.set(topic, list)
    }
  const roleOf = (place: number): Approver | null =>
    place === 0 ? 'leaders' : place <= 3 ? 'reviewers' : null
  const ofGroup = (group: number, topic: number): Candidate[] => {
    const members = (byGroup.get(group) ?? []).map((person, place): Candidate => {
      const role = roleOf(place)
      const expertise = person.knows.get(topic) ?? 0
      const as: Approver[] = [
        ...(role ? [role] : []),
        ...(expertise > 0 ? (['experts'] as const) : []),
        'anyone',
      ]
      return { person, as, expertise, leads: role === 'leaders' ? 0 : null }
    })
    const above = byGroup.get(group - (group % 10))?.[4]
    const isMember = above?.group === group
    return above && !isMember
      ? [...members, { person: above, as: ['managers'], expertise: above.knows.get(topic) ?? 0, leads: 1 }]
      : members
  }
  const candidatesFor = (group: number, topic: number) => {
    const near = ofGroup(group, topic)
    const above = near.at(-1)?.person
    for (const one of experts.get(topic) ?? [])
      if ((one.person as Colleague).group !== group && one.person !== above) near.push(one)
    return near
  }
  const authors = people.filter(({ knows }) => knows.size > 0)
  return { people, authors, rareTopic: sizes.topics - 1, candidatesFor }
}
