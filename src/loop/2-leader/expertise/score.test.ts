import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, collectActs, nobody } from './acts.ts'
import { basisOf, scoresOf, wholeOf } from './score.ts'
import type { There } from './there.ts'
import { presence, usualWeights } from './worth.ts'

const weights = { ...usualWeights, kinds: [1, 2, 0.1] }
const today = 20_000

function basisFor(acts: readonly Act[], members: number, there?: There) {
  const collected = collectActs(members, today)
  for (const one of acts) collected.add(one)
  return basisOf({ acts: collected.acts(), weights, today, ...(there && { there }) })
}
const scored = (acts: readonly Act[], members: number, there?: There) =>
  scoresOf(basisFor(acts, members, there))

const act = (helper: number, helped: number, ago: number, more: Partial<Act> = {}): Act => ({
  helper,
  helped,
  day: today - ago,
  kind: 0,
  useful: 0,
  accepted: false,
  ...more,
})

const members = 12
const anAct: fc.Arbitrary<Act> = fc
  .record({
    helper: fc.integer({ min: 0, max: members - 1 }),
    helped: fc.integer({ min: nobody, max: members - 1 }),
    ago: fc.integer({ min: 0, max: 200 }),
    kind: fc.integer({ min: 0, max: 2 }),
    useful: fc.integer({ min: 0, max: 30 }),
    accepted: fc.boolean(),
  })
  .filter(({ helper, helped }) => helper !== helped)
  .map(({ helper, helped, ago, ...more }) => act(helper, helped, ago, more))
const history = fc.array(anAct, { maxLength: 80 })

describe('a score', () => {
  test('is never lowered by one more act of help, whoever it is for and whenever it was', () => {
    fc.assert(
      fc.property(history, anAct, (acts, more) => {
        const [before, after] = [scored(acts, members), scored([...acts, more], members)]
        const of = more.helper
        expect(after.score[of]).toBeGreaterThanOrEqual((before.score[of] ?? 0) * (1 - 1e-6))
      }),
    )
  })

  test('is never lowered by one more act from before its helper came, as a file of another tool brings it', () => {
    const days = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: members, maxLength: members })
    fc.assert(
      fc.property(history, anAct, days, (acts, more, cameAgo) => {
        const there = (all: readonly Act[]): There => {
          const begun = Math.min(today - Math.max(...cameAgo), ...all.map(({ day }) => day))
          return {
            came: (member) => today - (cameAgo[member] ?? 0),
            exposure: (_, since) => presence(today - since + 1, today - begun + 1, weights),
          }
        }
        const of = more.helper
        const before = scored(acts, members, there(acts)).score[of] ?? 0
        const after = scored([...acts, more], members, there([...acts, more])).score[of]
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-6))
      }),
    )
  })

  test('takes the past of another tool for the time that it took', () => {
    const there = { came: () => today - 30, exposure: (_: number, since: number) => (today - since) / 400 }
    const lately = Array.from({ length: 6 }, (_, at) => act(0, 1 + at, at * 4))
    const long = Array.from({ length: 80 }, (_, at) => act(0, 1 + (at % 6), at * 5))
    const [one, other] = [scored(lately, 10, there).score[0] ?? 0, scored(long, 10, there).score[0] ?? 0]
    // What goes on for ever at half the pace is no more than a month of it.
    expect(other / one).toBeGreaterThan(0.5)
    expect(other / one).toBeLessThan(2)
  })

  test('is that of help to one person where nobody knows to whom it was, however often', () => {
    const of = (people: number[]) =>
      scored(
        people.map((whom, at) => act(0, whom, at)),
        10,
      ).score[0] ?? 0
    expect(of([nobody, nobody, nobody, nobody])).toBeCloseTo(of([1, 1, 1, 1]), 9)
    expect(of([1, 2, 3, nobody])).toBeCloseTo(of([1, 2, 3, 4]), 9)
  })

  test('is never lowered by one more act among many who all help one another', () => {
    const many = 60
    const everybody = Array.from({ length: many * 12 }, (_, at) =>
      act(at % many, (at * 7 + Math.floor(at / many) + 1) % many, at % 90),
    ).filter(({ helper, helped }) => helper !== helped)
    const before = scored(everybody, many).score
    for (let helped = 1; helped < many; helped += 1) {
      const after = scored([...everybody, act(0, helped, helped)], many).score
      expect(after[0]).toBeGreaterThanOrEqual((before[0] ?? 0) * (1 - 1e-6))
    }
  })

  test('is never lowered by an act that more find useful, or that is accepted', () => {
    fc.assert(
      fc.property(history, anAct, fc.integer({ min: 1, max: 20 }), (acts, one, more) => {
        const before = scored([...acts, { ...one, accepted: false }], members)
        const better = { ...one, useful: one.useful + more, accepted: true }
        const after = scored([...acts, better], members)
        expect(after.score[one.helper]).toBeGreaterThanOrEqual((before.score[one.helper] ?? 0) * (1 - 1e-6))
      }),
    )
  })

  test('does not depend on the order in which the acts come in, to the last digit', () => {
    const shuffled = history.chain((acts) =>
      fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([acts, other]) => {
        expect(scored(other, members)).toEqual(scored(acts, members))
      }),
    )
  })

  test('is the sum of what each act gives to it, and lies within its interval', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const basis = basisFor(acts, members)
        const { score, low, high } = scoresOf(basis)
        for (const [member, value] of score.entries()) {
          const { parts, factor } = wholeOf(basis, member)
          const sum = parts.reduce((all, part) => all + part * factor, 0)
          expect(sum).toBeCloseTo(value, 9)
          expect(low[member]).toBeLessThanOrEqual(value)
          expect(high[member]).toBeGreaterThanOrEqual(value)
        }
      }),
    )
  })

  test('is for everybody else as if somebody had never been there, once they and all they had to do with are gone', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: members - 1 }), (acts, gone) => {
        const without = acts.filter(({ helper, helped }) => helper !== gone && helped !== gone)
        const number = (member: number) => (member > gone ? member - 1 : member)
        const never = without.map((one) => ({
          ...one,
          helper: number(one.helper),
          helped: number(one.helped),
        }))
        const left = [...scored(without, members).score]
        expect(left.splice(gone, 1)).toEqual([0])
        expect(left).toEqual([...scored(never, members - 1).score])
      }),
    )
  })

  test('narrows with the people whom it rests on', () => {
    const helping = (people: number) => Array.from({ length: 60 }, (_, at) => act(0, 1 + (at % people), at))
    const width = (people: number) => {
      const { low, high } = scored(helping(people), 61)
      return (high[0] ?? 0) / (low[0] ?? 1)
    }
    const widths = [2, 5, 20, 60].map(width)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  })

  test('fades with the days, and is 0 for who did nothing', () => {
    const { score } = scored([act(0, 9, 0), act(1, 9, 5), act(2, 9, 90)], 10)
    expect(score[1]).toBeCloseTo((score[0] ?? 0) / 2, 9)
    expect(score[2]).toBeCloseTo((score[0] ?? 0) / 19, 9)
    expect(score[3]).toBe(0)
  })

  test('counts steady help more than as much of it on one day', () => {
    const steady = Array.from({ length: 9 }, (_, at) => act(0, 10 + at, 30 + at))
    const once = Array.from({ length: 9 }, (_, at) => act(1, 10 + at, 34))
    const { score } = scored([...steady, ...once], 20)
    expect(score[0]).toBeGreaterThan((score[1] ?? 0) * 2)
  })
})

describe('what cannot be', () => {
  test('is counted and left out: help to oneself, unknown members, days to come, days that never were', () => {
    const collected = collectActs(3, today)
    for (const one of [
      act(0, 0, 1),
      act(7, 1, 1),
      act(1, 9, 1),
      act(1, 2, -1),
      act(0.5, 1, 1),
      act(0, 1, 1),
      act(0, 1, today + 1),
      act(0, 1, Number.NaN),
    ])
      collected.add(one)
    expect(collected.leftOut).toEqual({ self: 1, unknown: 3, future: 1, past: 2 })
    expect(collected.acts().size).toBe(1)
  })

  test('an organization in which nobody did anything has no scores', () => {
    expect([...scored([], 3).score]).toEqual([0, 0, 0])
    expect([...scored([], 0).score]).toEqual([])
  })

  test('a kind that counts for nothing is as if it were not there', () => {
    const acts = [act(0, 1, 1), act(0, 2, 1, { kind: 1 }), act(2, 0, 3, { kind: 1 })]
    const collected = collectActs(3, today)
    for (const one of acts) collected.add(one)
    const muted = basisOf({ acts: collected.acts(), weights: { ...weights, kinds: [1, 0, 0.1] }, today })
    expect(scoresOf(muted)).toEqual(scored(acts.slice(0, 1), 3))
  })
})
