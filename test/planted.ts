import { type Act, nobody } from '#leader/expertise/acts.ts'
import { presence, usualWeights } from '#leader/expertise/worth.ts'
import { seeded } from '#platform/seeded'

/** An organization that is made up: who helps is known, and everything that can hide it is in it. */
export interface Planted {
  members: number
  today: number
  /** Those who are there to be found: 5 %. */
  experts: ReadonlySet<number>
  /** How much of the time each was there to help, 1 for full time all along, weighed as scores weigh it. */
  exposure: Float64Array
  /** The group that each works in. */
  groups: Int32Array
  acts: Iterable<Act>
}

const plantedDays = 180
const today = 20_000

/** So many members, in groups of these sizes in turn. */
interface Grouped {
  members: number
  sizes: readonly number[]
}

/** Where somebody's group begins, and how many are in it. */
function groupOf(member: number, sizes: readonly number[]): readonly [start: number, size: number] {
  const turn = sizes.reduce((sum, size) => sum + size, 0)
  let start = member - (member % turn)
  for (const size of sizes) {
    if (member < start + size) return [start, size]
    start += size
  }
  throw new Error('Groups have nobody in them.')
}

/** A member as they were made. */
interface Made {
  /** Acts of help a day of presence. */
  rate: number
  /** How many find an act useful against what is usual. */
  quality: number
  popularity: number
  /** Share of full time. */
  time: number
  /** Days since they joined, `plantedDays` at most. */
  since: number
  /** Never helps anybody of their own group, as who works elsewhere. */
  isAway: boolean
  kind: 'expert' | 'faded' | 'friend' | 'other'
}

interface Chance {
  random: () => number
  normal: () => number
  /** How many of something that happens so often on average. */
  poisson: (mean: number) => number
}

function chanceFrom(seed: number): Chance {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const poisson = (mean: number) => {
    let [count, product] = [0, random()]
    for (const least = Math.exp(-mean); product > least && count < 1000; count += 1) product *= random()
    return count
  }
  return { random, normal, poisson }
}

/**
 * One in twenty is an expert and gives help on about every third day (log-normal, deviation 0.35); everybody else does
 * about once a month, some several times as often (deviation 0.5). Experts give about a quarter of all help. Besides: one
 * in 100 was an expert until two months ago; one in 50 is always busy with the same two friends, who answer; one in 20 is
 * popular and gets three times the votes; 15 % work half time, 20 % joined in the last one to four months and 10 % help
 * only people of other groups, experts as often as others.
 */
function make({ random, normal }: Chance, place: number): Made {
  const spread = (middle: number, deviation: number) => middle * Math.exp(deviation * normal())
  const draw = random()
  const isExpert = place % 20 === 0
  const kind = isExpert ? 'expert' : draw < 0.01 ? 'faded' : draw < 0.03 ? 'friend' : 'other'
  return {
    kind,
    rate: kind === 'other' ? spread(0.03, 0.5) : spread(0.35, 0.35),
    quality: kind === 'expert' ? spread(1.5, 0.3) : spread(1, 0.3),
    popularity: random() < 0.05 ? 3 : 1,
    time: random() < 0.15 ? 0.5 : 1,
    since: random() < 0.2 ? 30 + Math.floor(random() * 90) : plantedDays,
    isAway: random() < 0.1,
  }
}

const exposureOf = ({ time, since }: Made) => time * presence(since, plantedDays, usualWeights)

/**
 * Whom somebody helps: mostly of their own group, more often those who ask more. Whoever would help themselves helps
 * somebody who is not known; in groups of several sizes, where that is often so in small ones, the next in the group.
 */
function whom({ random }: Chance, helper: number, isAway: boolean, { members, sizes }: Grouped): number {
  const [start, size] = groupOf(helper, sizes)
  const within = random() < 0.7 && !isAway
  // The root makes some ask several times as often as others.
  const drawn = random() ** 2
  const found = within ? start + Math.floor(drawn * size) : Math.floor(random() * members)
  if (found === helper && sizes.length > 1) return start + ((helper - start + 1) % size)
  return found >= members || found === helper ? nobody : found
}

function* actsOn(day: number, helper: number, made: Made, chance: Chance, grouped: Grouped): Iterable<Act> {
  const { random, poisson } = chance
  if (day <= today - made.since || (made.kind === 'faded' && day > today - 60)) return
  if (random() >= made.time) return
  const friend = made.kind === 'friend'
  for (let count = poisson(made.rate); count > 0; count -= 1) {
    const helped = friend
      ? (helper + 1 + (count % 2)) % grouped.members
      : whom(chance, helper, made.isAway, grouped)
    const useful = poisson(made.quality * made.popularity * 1.5)
    const accepted = random() < 0.3 + 0.1 * made.quality
    yield { helper, helped, day, kind: 0, useful: friend ? 0 : useful, accepted }
    if (friend && helped !== nobody && random() < 0.9)
      yield { helper: helped, helped: helper, day, kind: 0, useful: 0, accepted: false }
  }
}

/** Six members, by number from the first on. */
export const sixFrom = (first: number): number[] => Array.from({ length: 6 }, (_, place) => first + place)

/** Every day up to the last of an organization, each of the members helps each other one, and all vote for it. */
export function* ring(members: readonly number[], days: number): Iterable<Act> {
  for (let day = today - days + 1; day <= today; day += 1)
    for (const [place, helper] of members.entries())
      for (let next = 1; next < members.length; next += 1) {
        const helped = members[(place + next) % members.length] ?? nobody
        yield { helper, helped, day, kind: 0, useful: members.length - 1, accepted: true }
      }
}

/**
 * Makes one up, from a seed; in every 2,000 members there is a ring of six besides. What is given of members is as it is
 * given; groups are of thirty unless other sizes are. Acts are made as they are read, the same at each reading.
 */
export function planted(
  members: number,
  seed: number,
  given: ReadonlyMap<number, Partial<Made>> = new Map(),
  sizes: readonly number[] = [30],
): Planted {
  const birth = chanceFrom(seed)
  const made = Array.from({ length: members }, (_, place) => ({ ...make(birth, place), ...given.get(place) }))
  function* read(): Generator<Act> {
    const chance = chanceFrom(-seed)
    for (const [helper, one] of made.entries())
      for (let day = today - plantedDays + 1; day <= today; day += 1)
        yield* actsOn(day, helper, one, chance, { members, sizes })
    for (let first = 1; first + 6 <= members; first += 2000) yield* ring(sixFrom(first), 60)
  }
  return {
    members,
    today,
    experts: new Set(made.flatMap(({ kind }, member) => (kind === 'expert' ? [member] : []))),
    exposure: Float64Array.from(made, exposureOf),
    groups: Int32Array.from(made, (_, member) => groupOf(member, sizes)[0]),
    acts: { [Symbol.iterator]: read },
  }
}
