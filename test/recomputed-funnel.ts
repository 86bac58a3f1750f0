import type { Fact, FactData, FactType } from '#facts'
import type { Quarter, Scripted } from './quarter.ts'

/**
 * The funnel of a script once more, written without looking at the product's: from the list of facts in memory, person by
 * person, with no database and no code in common.
 */
interface Asked {
  campaignId?: string | undefined
  variant?: string | undefined
  from?: string | undefined
  until?: string | undefined
  /** Whether somebody is looked at at all. */
  isAmong: (member: Scripted) => boolean
}

const fewest = 5
const names = [
  ...['reached', 'opened', 'interested', 'nominated', 'accepted', 'trained', 'drafted', 'validated'],
  ...['learned', 'recognized'],
]
type Moments = Record<string, number | undefined>

const earliest = (moments: readonly (number | undefined)[]): number | undefined => {
  const known = moments.filter((one) => one !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

interface Told<Type extends FactType> {
  at: number
  actorId: string | null
  data: FactData<Type>
}

function indexed(facts: readonly Fact[]) {
  const ofType = <Type extends FactType>(type: Type): Told<Type>[] =>
    facts
      .filter((fact) => fact.type === type)
      .map(({ at, actorId, data }) => ({ at: Date.parse(at), actorId, data: data as FactData<Type> }))
      .sort((one, other) => one.at - other.at)
  const by = <Type extends FactType>(type: Type, who: (fact: Told<Type>) => string | null) => {
    const groups = Map.groupBy(ofType(type), who)
    return (id: string): Told<Type>[] => groups.get(id) ?? []
  }
  const authors = new Map<string, string>()
  for (const { data } of ofType('course.published'))
    if (data.first && !data.isReadyMade) authors.set(data.courseId, data.authorId)
  const reached = new Map<string, { at: number; campaignId: string; step: string; variant: number }[]>()
  for (const { at, data } of ofType('campaign.reached'))
    for (const id of data.memberIds) reached.set(id, [...(reached.get(id) ?? []), { at, ...data }])
  const returned = ofType('campaign.returned').map(({ data }) => data)
  for (const { campaignId, step, memberId } of returned) {
    const arrived = reached.get(memberId)?.filter((one) => one.campaignId !== campaignId || one.step !== step)
    reached.set(memberId, arrived ?? [])
  }
  return {
    reached: (id: string) => reached.get(id) ?? [],
    opened: by('campaign.opened', ({ data }) => data.memberId),
    answered: by('campaign.answered', ({ data }) => data.memberId),
    came: by('volunteer.came', ({ data }) => data.memberId),
    withdrew: by('volunteer.withdrew', ({ data }) => data.memberId),
    nominated: by('nomination.made', ({ data }) => data.memberId),
    replied: by('nomination.answered', ({ data }) => data.memberId),
    granted: by('role.granted', ({ data }) => data.memberId),
    trained: by('academy.trained', ({ data }) => data.memberId),
    drafted: by('course.created', ({ actorId }) => actorId),
    published: by('course.published', ({ data }) => data.authorId),
    learned: by('course.completed', ({ data }) => {
      const author = authors.get(data.courseId)
      return author === undefined || author === data.memberId ? null : author
    }),
    thanked: by('kudos.given', ({ data }) => data.toId),
    unthanked: new Set(ofType('kudos.withdrawn').map(({ data }) => data.kudosId)),
  }
}
type Facts = ReturnType<typeof indexed>

/** Since when somebody volunteers, as far as they still do. */
function volunteersSince(facts: Facts, id: string): number | undefined {
  const turns = [
    ...facts.came(id).map(({ at, data }) => ({ at, of: data.volunteerId, isIn: true })),
    ...facts.withdrew(id).map(({ at, data }) => ({ at, of: data.volunteerId, isIn: false })),
  ].sort((one, other) => one.at - other.at)
  const open = new Map<string, number>()
  for (const { at, of, isIn } of turns) {
    if (isIn) open.set(of, at)
    else open.delete(of)
  }
  return earliest([...open.values()])
}

/** What somebody said last to each campaign. */
function lastAnswers(facts: Facts, id: string) {
  const last = new Map<string, { at: number; answer: string }>()
  for (const { at, data } of facts.answered(id)) last.set(data.campaignId, { at, answer: data.answer })
  return last
}

interface Journey {
  moments: Moments
  cameAt: number
  stop: string
  why: string
}

/** When somebody did each thing first, whatever else they did before it. */
function firstsOf(facts: Facts, id: string): Moments {
  return {
    nominated: facts.nominated(id)[0]?.at,
    accepted: earliest([
      facts.replied(id).find(({ data }) => data.answer === 'accepted')?.at,
      facts.granted(id).find(({ data }) => data.role === 'leader')?.at,
    ]),
    trained: facts.trained(id)[0]?.at,
    drafted: facts.drafted(id)[0]?.at,
    validated: facts.published(id).find(({ data }) => data.first && !data.isReadyMade)?.at,
    learned: facts.learned(id)[0]?.at,
  }
}

/** When somebody was thanked for the first time once they had published something. */
function thankedSince(facts: Facts, id: string, validated: number | undefined): number | undefined {
  if (validated === undefined) return undefined
  const counts = ({ at, data }: Told<'kudos.given'>) =>
    at >= validated && !data.isPrivate && !facts.unthanked.has(data.kudosId)
  return facts.thanked(id).find(counts)?.at
}

function journeyOf(facts: Facts, member: Scripted, { campaignId, variant }: Asked): Journey | null {
  const { id } = member
  const isIn = (one: { campaignId: string }) => campaignId === undefined || one.campaignId === campaignId
  const reached = facts.reached(id).filter(isIn)
  if (variant !== undefined && String(reached[0]?.variant) !== variant) return null
  const answers = [...lastAnswers(facts, id)].filter(([of]) => isIn({ campaignId: of })).map(([, one]) => one)
  const interested = earliest([
    ...answers.filter(({ answer }) => answer === 'interested').map(({ at }) => at),
    campaignId === undefined ? volunteersSince(facts, id) : undefined,
  ])
  const firsts = firstsOf(facts, id)
  const cameAt = earliest([
    ...[reached[0]?.at, interested],
    campaignId === undefined ? firsts.nominated : undefined,
  ])
  if (cameAt === undefined) return null
  const later = Object.entries(firsts).filter(([, at]) => at !== undefined && at >= cameAt)
  const opened = facts.opened(id).find(({ data }) => isIn(data))?.at
  const moments: Moments = { reached: reached[0]?.at, opened, interested, ...Object.fromEntries(later) }
  moments.recognized = thankedSince(facts, id, moments.validated)
  const stop = names.filter((name) => name !== 'opened' && moments[name] !== undefined).at(-1) ?? 'reached'
  const said = {
    reached: answers.sort((one, other) => one.at - other.at).at(-1)?.answer,
    nominated: facts.replied(id).at(-1)?.data.answer,
  }[stop]
  const didBefore = [firsts.accepted, firsts.drafted].some((at) => at !== undefined && at < cameAt)
  const hasRefused = said === 'no' || said === 'later' || said === 'declined'
  const why = hasRefused ? said : didBefore ? 'before' : 'waiting'
  return { moments, cameAt, stop, why: member.leftAt === null ? why : 'left' }
}

const comparedWith: Record<string, string> = {
  ...{ opened: 'reached', interested: 'reached', nominated: 'interested', accepted: 'nominated' },
  ...{ trained: 'accepted', drafted: 'trained', validated: 'drafted', learned: 'validated' },
  recognized: 'learned',
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Where people stopped, and why, as far as nobody is found out by it. */
const stopsOf = (people: readonly Journey[]) =>
  names
    .filter((name) => name !== 'opened' && name !== 'recognized')
    .map((stage) => {
      const here = people.filter(({ stop }) => stop === stage)
      const why = Object.fromEntries(
        [...Map.groupBy(here, (one) => one.why)].map(([name, list]) => [name, list.length]),
      )
      const answered = here.some((one) => ['no', 'later', 'declined'].includes(one.why))
      const isTold = here.length === 0 || (here.length >= fewest && (!answered || 'waiting' in why))
      return { stage, count: here.length, why: isTold ? why : null }
    })

/** Who is in the funnel that is asked for, and how far each came. */
export function recompute(quarter: Quarter) {
  const facts = indexed(quarter.facts)
  const peopleIn = (asked: Asked) =>
    quarter.members.flatMap((member) => {
      const journey = asked.isAmong(member) ? journeyOf(facts, member, asked) : null
      const isThen =
        journey !== null &&
        (asked.from === undefined || journey.cameAt >= Date.parse(asked.from)) &&
        (asked.until === undefined || journey.cameAt < Date.parse(asked.until))
      return isThen ? [{ member, ...journey }] : []
    })
  return {
    /** The ids of those who came to a stage. */
    named: (asked: Asked, stage: string): string[] => {
      const people = peopleIn(asked)
      if (people.length < fewest) return []
      return people.filter(({ moments }) => moments[stage] !== undefined).map(({ member }) => member.id)
    },
    /** The ids of those who came no further than a stage, or of those among them for one reason. */
    stopped: (asked: Asked, stage: string, why?: string): string[] => {
      const people = peopleIn(asked)
      const here = people.filter(({ stop }) => stop === stage)
      if ((why === undefined ? people : here).length < fewest) return []
      return here.filter((one) => why === undefined || one.why === why).map(({ member }) => member.id)
    },
    figures: (asked: Asked) => {
      const people = peopleIn(asked)
      if (people.length > 0 && people.length < fewest) return { people: null, stages: [], stops: [] }
      const stages = names.map((stage) => {
        const here = people.filter(({ moments }) => moments[stage] !== undefined)
        const since = comparedWith[stage] ?? null
        const both = here.filter(({ moments }) => since === null || moments[since] !== undefined)
        const days = both
          .map(({ moments }) => ((moments[stage] ?? 0) - (since ? (moments[since] ?? 0) : 0)) / 86_400_000)
          .filter((one) => one >= 0)
        return {
          ...{ stage, since, count: here.length, ofSince: both.length },
          medianDays: since === null ? null : median(days),
        }
      })
      return { people: people.length, stages, stops: stopsOf(people) }
    },
  }
}
