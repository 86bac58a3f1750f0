import { betaTail } from './beta.ts'
import { type Circle, closureOf, wholesOf } from './circle.ts'
import { timesAmong } from './evidence.ts'
import { explainedBy, type Groups } from './explained.ts'
import { deskFor, growFrom } from './grow.ts'
import type { Thanks } from './thanks.ts'
import { type Ties, tiesOf } from './ties.ts'

/** Members who give far more of their thanks to one another than anything explains. */
export interface Ring extends Circle {
  /** Which share of what they give would go round had nobody arranged it. */
  readonly explained: number
  /** How likely as much going round is, had nobody arranged it. */
  readonly chance: number
}

/** What stands; measured by `npm run bench:rings`. */
const settings = {
  /** Which share goes round in the closest circles of people who arranged nothing, and how far that varies. */
  usual: { mean: 0.25, deviation: 0.03 },
  /** Of what is found, at most this share is expected to be found by chance. */
  falsely: 0.05,
  /** Less than so much going round, in weights, is too little to tell. */
  leastRound: 6,
  /** Who thanked the others on fewer days, on average, is not asked about it, however many points they gave. */
  leastTimes: 3,
  /** So many people elsewhere are added to those here. */
  asUsual: 20,
  /** So many people tell half of how far they vary. */
  tellLittle: 100,
  prices: [0.25, 0.5, 1, 2, 4],
}

/** Among fewer thanks there is no ring: two who thanked each other on as many days as are asked about. */
export const fewestThanks = 2 * settings.leastTimes

/** Every circle that is close around somebody, once. */
function circlesOf(ties: Ties): Circle[] {
  const desk = deskFor(ties)
  const circles = new Map<string, Circle>()
  for (let member = 0; member < ties.members; member += 1) {
    // Nothing goes round through who only gives or only receives.
    if (ties.given[member] === 0 || ties.received[member] === 0) continue
    for (const price of settings.prices)
      for (const grown of growFrom(desk, member, price)) {
        if (grown.round < settings.leastRound) continue
        for (const circle of wholesOf(ties, grown))
          if (circle.round >= settings.leastRound)
            circles.set([...circle.members].sort((a, b) => a - b).join(), circle)
      }
  }
  return [...circles.values()]
}

/**
 * Which share goes round in the closest circle of everybody who gives enough, beyond what their groups explain: in the
 * middle, and how far it varies. Where people are closer than elsewhere a ring must be closer still. It is read from the
 * middle of them, where no ring is while fewer than four of ten are in rings (an empirical null: Efron 2004), with some
 * added who are as usual: where hardly anybody thanks, most of those who do may be in one.
 */
function usualHere(ties: Ties, circles: readonly Circle[], explained: (circle: Circle) => number) {
  const { mean: usual, deviation } = settings.usual
  const closest = new Float64Array(ties.members)
  for (const circle of circles) {
    const share = closureOf(circle) - Math.max(0, explained(circle) - usual)
    for (const one of circle.members) closest[one] = Math.max(closest[one] as number, share)
  }
  const here = closest.filter((_, one) => (ties.given[one] as number) >= settings.leastRound)
  const known = Float64Array.from([...here, ...new Array<number>(settings.asUsual).fill(usual)]).sort()
  const at = (share: number) => known[Math.floor(known.length * share)] ?? 0
  const mean = Math.max(usual, at(0.5))
  // Four of ten lie further above the mean than a quarter of a deviation. A few people tell little of it.
  const found = ((at(0.6) - mean) / 0.2533) * (here.length / (here.length + settings.tellLittle))
  return { mean, deviation: Math.max(deviation, found) }
}

/** How likely at least so much goes round: the share varies between circles, and what is given is a sample of it. */
function chanceOf(circle: Circle, mean: number, deviation: number): number {
  if (closureOf(circle) <= mean) return 1
  const variance = deviation ** 2 + (mean * (1 - mean)) / circle.given
  const size = Math.max(0.1, (mean * (1 - mean)) / variance - 1)
  return betaTail(closureOf(circle), mean * size, (1 - mean) * size)
}

/** Those that are not by chance, of all that were tried (Benjamini, Hochberg 1995). */
function significant(rings: readonly Ring[]): Ring[] {
  const sorted = [...rings].sort((a, b) => a.chance - b.chance)
  const last = sorted.findLastIndex(
    ({ chance }, at) => chance <= (settings.falsely * (at + 1)) / sorted.length,
  )
  return sorted.slice(0, last + 1)
}

/** The least that a circle's share may be, within one standard error. */
const surely = (circle: Circle) => {
  const share = closureOf(circle)
  return share - Math.sqrt((share * (1 - share)) / circle.given)
}

/** Of circles that overlap by half the closer one. */
function apart(rings: readonly Ring[]): Ring[] {
  const taken = new Set<number>()
  const key = ({ members }: Ring) => Math.min(...members)
  return [...rings]
    .sort((a, b) => surely(b) - surely(a) || key(a) - key(b))
    .filter(({ members }) => {
      if (members.filter((one) => taken.has(one)).length * 2 >= members.length) return false
      for (const one of members) taken.add(one)
      return true
    })
}

/** Those whose members thanked one another often enough to be asked about it. */
function oftenEnough(thanks: Thanks, rings: readonly Ring[]): Ring[] {
  const times = timesAmong(thanks, rings)
  return rings.filter(({ members }, at) => (times[at] ?? 0) >= settings.leastTimes * members.length)
}

/**
 * Pairs and rings of up to eight who thank one another far beyond what their groups, how much they are thanked by others,
 * and what is usual between colleagues explain; the closest first. What they thank for that anybody can look at counts
 * half. It knows nothing of why: whoever is found is somebody to talk to, and nothing follows from it by itself.
 */
export function findRings(thanks: Thanks, groups: Groups): Ring[] {
  const ties = tiesOf(thanks)
  const circles = circlesOf(ties)
  const explained = explainedBy(ties, groups, settings.usual.mean)
  const { mean, deviation } = usualHere(ties, circles, explained)
  const judged = circles.map((circle): Ring => {
    const share = explained(circle)
    return { ...circle, explained: share, chance: chanceOf(circle, Math.max(mean, share), deviation) }
  })
  return oftenEnough(thanks, apart(significant(judged)))
}
