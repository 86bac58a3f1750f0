import { seeded } from '#platform/seeded'

/** Thanks of one member for another, `day` days after the beginning. */
export interface Given {
  from: number
  to: number
  day: number
  points: number
  isGrounded: boolean
}

/** Who thanked whom somewhere, where nobody arranged anything. */
export interface Thankful {
  members: number
  /** The group that each works in; -1 where that is not known. */
  groups: Int32Array
  thanks: readonly Given[]
}

/** Draws, the same for the same seed. */
export function draws(seed: number) {
  const random = seeded(seed)
  const below = (count: number) => Math.floor(random() * count)
  return {
    random,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    poisson: (mean: number) => {
      let [count, product] = [0, random()]
      for (const least = Math.exp(-mean); product > least && count < 1000; count += 1) product *= random()
      return count
    },
    pick: <One>(those: readonly One[]): One => those[below(those.length)] as One,
  }
}
export type Draws = ReturnType<typeof draws>

/** So many days are looked at. */
export const thankfulDays = 365
const sizes = [3, 4, 5, 6, 7, 8, 10, 12, 16, 24]
const amounts = [0, 0, 0, 5, 5, 10, 10, 20, 25, 50]

/** How many points thanks come with, and whether they say for what: three of ten have none, 55 of 100 are for something. */
export const dressed = ({ pick, random }: Draws) => ({ points: pick(amounts), isGrounded: random() < 0.55 })

/** Somebody of a list, each as often as they are liked. */
function byLiking(those: readonly number[], liked: Float64Array): (draw: number) => number {
  let sum = 0
  const sums = those.map((one) => {
    sum += liked[one] as number
    return sum
  })
  return (draw) => {
    let [low, high] = [0, those.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > draw * sum) high = middle
      else low = middle + 1
    }
    return those[low] as number
  }
}

function teamsOf(members: number, { pick }: Draws): number[][] {
  const teams: number[][] = []
  for (let first = 0; first < members; ) {
    const size = Math.min(pick(sizes), members - first)
    teams.push(Array.from({ length: size }, (_, place) => first + place))
    first += size
  }
  return teams
}

type Give = (from: number, to: number, day: number) => void

/** One in twenty has a mentor for three months to a year: every second fortnight they thank them, who thanks back at times. */
function mentoring(members: number, { below, random }: Draws, give: Give): void {
  for (let pair = 0; pair < members / 20; pair += 1) {
    const [mentor, mentee, first] = [below(members), below(members), below(thankfulDays - 90)]
    const last = first + 90 + below(thankfulDays - 90 - first)
    for (let day = first; day < last; day += 14) {
      if (random() < 0.5) give(mentee, mentor, day)
      if (random() < 0.2) give(mentor, mentee, Math.min(thankfulDays - 1, day + 1))
    }
  }
}

/** For each 25 members a project of four to eight from anywhere, who thank one another four times each within one or two months. */
function projects(members: number, { below, poisson, pick }: Draws, give: Give): void {
  for (let project = 0; project < members / 25; project += 1) {
    const team = Array.from({ length: 4 + below(5) }, () => below(members))
    const [first, days] = [below(thankfulDays - 60), 30 + below(30)]
    for (const one of team)
      for (let count = poisson(4); count > 0; count -= 1) give(one, pick(team), first + below(days))
  }
}

/**
 * An organization that is made up, in which everybody means what they thank for. Teams of 3 to 24. Each member thanks
 * about ten times in a year, some many times as often (log-normal, deviation 0.9, 120 at most), and is liked more or less
 * (deviation 0.8). Of five thanks one is for one of one to three people they are closest to, most of their team; the rest
 * stays within the team to 60 % (deviation 17 % between teams) and goes to whoever is liked. Of seven thanks one is
 * returned within ten days. Besides there are mentors and projects.
 */
export function thankful(members: number, seed: number): Thankful {
  const drawn = draws(seed)
  const { random, normal, poisson, below, pick } = drawn
  const teams = teamsOf(members, drawn)
  const groups = new Int32Array(members)
  for (const [group, team] of teams.entries()) for (const one of team) groups[one] = group
  const liked = Float64Array.from({ length: members }, () => Math.exp(0.8 * normal()))
  const inward = teams.map(() => Math.min(0.95, Math.max(0.1, 0.6 + 0.17 * normal())))
  const everybody = Array.from({ length: members }, (_, one) => one)
  const [anybody, within] = [byLiking(everybody, liked), teams.map((team) => byLiking(team, liked))]
  const thanks: Given[] = []
  const give: Give = (from, to, day) => {
    if (from !== to) thanks.push({ from, to, day, ...dressed(drawn) })
  }
  for (const one of everybody) {
    const group = groups[one] as number
    const close = Array.from({ length: 1 + below(3) }, () =>
      random() < 0.6 ? pick(teams[group] as number[]) : below(members),
    )
    const toWhom = () => {
      if (random() < 0.2) return pick(close)
      return (random() < (inward[group] as number) ? (within[group] ?? anybody) : anybody)(random())
    }
    const times = poisson(Math.min(120, 10 * Math.exp(0.9 * normal())))
    for (let count = 0; count < times; count += 1) {
      const [to, day] = [toWhom(), below(thankfulDays)]
      give(one, to, day)
      if (random() < 1 / 7) give(to, one, Math.min(thankfulDays - 1, day + below(10)))
    }
  }
  mentoring(members, drawn, give)
  projects(members, drawn, give)
  return { members, groups, thanks }
}
