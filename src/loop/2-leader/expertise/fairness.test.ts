import { describe, expect, test } from 'vitest'
import { type Planted, planted, ring, sixFrom } from '#test/planted.ts'
import { type Act, collectActs } from './acts.ts'
import { basisOf, scoresOf } from './score.ts'
import { throughout } from './there.ts'
import { usualWeights } from './worth.ts'

const weights = { ...usualWeights, kinds: [1] }

/** The members, those who help most first, and everybody's score. */
function rank({ members, today, exposure, acts }: Planted, more: Iterable<Act> = []) {
  const collected = collectActs(members, today)
  for (const act of acts) collected.add(act)
  for (const act of more) collected.add(act)
  const { score } = scoresOf(basisOf({ acts: collected.acts(), weights, today, there: throughout(exposure) }))
  const order = [...score.keys()].sort((one, other) => (score[other] ?? 0) - (score[one] ?? 0))
  return { score, order, top: new Set(order.slice(0, Math.round(members / 20))) }
}

const meanOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length

const six = sixFrom(101)
const inTurn = function* (days: number, today: number): Iterable<Act> {
  for (let ago = 0; ago < days; ago += 1)
    for (const [place, helper] of six.entries()) {
      const helped = six[(place + 1) % six.length] ?? helper
      for (let times = 0; times < 5; times += 1)
        yield { helper, helped, day: today - ago, kind: 0, useful: 5, accepted: true }
    }
}
const schemes = {
  'answer one another every day, and vote for it': () => ring(six, 60),
  'have done so for half a year': () => ring(six, 180),
  'answer in turn, each only the next one': (today: number) => inTurn(60, today),
}

describe('a ring of six', () => {
  for (const [name, scheme] of Object.entries(schemes))
    test(`lifts none of them into the top 5 % when they ${name}`, () => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const organization = planted(2000, seed)
        const [honest, lifted] = [rank(organization), rank(organization, scheme(organization.today))]
        expect(six.filter((member) => lifted.top.has(member) && !honest.top.has(member))).toEqual([])
      }
    })

  test('would have come to the top had only acts been counted', () => {
    const { members, acts } = planted(2000, 1)
    const given = new Float64Array(members)
    const count = ({ helper }: Act) => {
      given[helper] = (given[helper] ?? 0) + 1
    }
    for (const act of acts) count(act)
    for (const act of ring(six, 60)) count(act)
    const most = [...given.keys()].sort((one, other) => (given[other] ?? 0) - (given[one] ?? 0)).slice(0, 100)
    expect(six.filter((member) => most.includes(member))).toEqual(six)
  })
})

describe('twins who help as much for the time they are there', () => {
  const twin = { kind: 'other', rate: 0.2, quality: 1, popularity: 1, isAway: false } as const
  const kinds = {
    'full time': { ...twin, time: 1, since: 180 },
    'part time': { ...twin, time: 0.5, since: 180 },
    'lately joined': { ...twin, time: 1, since: 60 },
    away: { ...twin, time: 1, since: 180, isAway: true },
  }
  const names = Object.keys(kinds) as (keyof typeof kinds)[]

  /** The place of each kind on average among all, 0 to 1 and the first 0, in an organization made from this seed. */
  function standingOf(seed: number): number[] {
    // A hundred of each, at places where nobody is an expert.
    const places = new Map(Array.from({ length: 400 }, (_, at) => [at * 5 + 3, names[at % 4] ?? 'full time']))
    const given = new Map([...places].map(([place, name]) => [place, kinds[name]]))
    const { order } = rank(planted(2000, seed, given))
    return names.map((name) =>
      meanOf(order.flatMap((member, place) => (places.get(member) === name ? [place / order.length] : []))),
    )
  }

  /**
   * What one of them happens to do is chance, and so is what a hundred do, by about half a place: over sixteen organizations what
   * is left of it is about an eighth of a place. Two places are less than what helping a tenth more is worth.
   */
  test('rank alike, within two places of a hundred: half time, lately joined, or away; over sixteen organizations', () => {
    const all = Array.from({ length: 16 }, (_, at) => standingOf(at + 1))
    const standing = names.map((_, kind) => meanOf(all.map((one) => one[kind] ?? 0)))
    const middle = meanOf(standing)
    for (const [index, place] of standing.entries())
      expect([names[index], Math.abs(place - middle) < 0.02, place]).toEqual([names[index], true, place])
  })
})
