import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectActs, nobody } from './acts.ts'
import { influencesOf } from './influences.ts'
import { basisOf } from './score.ts'
import { usualWeights } from './worth.ts'

const members = 8
const today = 20_000
const weights = { ...usualWeights, kinds: [1, 2, 1, 2, 1, 2] }
/** Two kinds of help in each of three fields, the first of which is none. */
const fieldOf = (kind: number) => Math.floor(kind / 2)

interface Help {
  helper: number
  helped: number
  kind: number
}

/** Everybody's influence, overall and in both fields. */
function influences(all: readonly Help[], gone = -1, of = members) {
  const acts = collectActs(of, today)
  for (const one of all) acts.add({ ...one, day: today, useful: 0, accepted: false })
  const isHere = new Uint8Array(of).fill(1)
  if (gone >= 0) isHere[gone] = 0
  const found = influencesOf(basisOf({ acts: acts.acts(), weights, today }), isHere, fieldOf)
  const on = (field: number) => Array.from(found.overall, (_, member) => found.on(field, member))
  return [[...found.overall], on(1), on(2)]
}

/** Help that never comes back: each helps only those behind them. */
const help = fc
  .record({
    helper: fc.nat(members - 1),
    helped: fc.integer({ min: nobody, max: members - 1 }),
    kind: fc.nat(5),
  })
  .filter(({ helper, helped }) => helped === nobody || helper < helped)
const allHelp = fc.array(help, { maxLength: 40 })

const expectAlike = (some: number[][], others: number[][]) => {
  for (const [field, values] of some.entries())
    for (const [member, value] of values.entries())
      expect(value).toBeCloseTo(others[field]?.[member] ?? NaN, 6)
}

test('a field is what it would be were there no help in any other', () => {
  fc.assert(
    fc.property(allHelp, (all) => {
      const whole = influences(all)
      for (const field of [1, 2]) {
        const [overall = []] = influences(all.filter(({ kind }) => fieldOf(kind) === field))
        expectAlike([whole[field] ?? []], [overall])
      }
    }),
  )
})

test('whoever is not here passes nothing on, and neither does whoever is not known: as if they had never been', () => {
  fc.assert(
    fc.property(allHelp, fc.nat(members - 1), (all, gone) => {
      const never = influences(all.filter(({ helper, helped }) => helper !== gone && helped !== gone))
      expectAlike(influences(all, gone), never)
      const unnamed = all.flatMap((one) =>
        one.helper === gone ? [] : [one.helped === gone ? { ...one, helped: nobody } : one],
      )
      expectAlike(influences(unnamed), never)
      for (const values of never) expect(values[gone]).toBe(0)
    }),
  )
})

test('1 is the average of those who helped or were helped, however many others there are', () => {
  fc.assert(
    fc.property(allHelp, (all) => {
      const [overall = []] = influences(all)
      const linked = overall.filter((value) => value > 0)
      if (linked.length > 0)
        expect(linked.reduce((sum, one) => sum + one, 0) / linked.length).toBeCloseTo(1, 9)
      expectAlike([overall], [influences(all, -1, members * 3)[0] ?? []])
    }),
  )
})

test('two who help only each other gain nothing by it', () => {
  const between = (helper: number, helped: number) => ({ helper, helped, kind: 1 })
  const feeding = Array.from({ length: 50 }, () => [between(0, 1), between(1, 0)]).flat()
  const [[one = 0, other = 0, useful = 0] = []] = influences([...feeding, between(2, 3), between(2, 4)])
  expect(one).toBeCloseTo(other, 9)
  expect(useful).toBeGreaterThan(2 * one)
})

test('an act passes on by the worth of its kind', () => {
  const [[twice = 0, once = 0, asker = 0] = []] = influences([
    { helper: 0, helped: 2, kind: 1 },
    { helper: 1, helped: 2, kind: 0 },
  ])
  expect((twice - asker) / (once - asker)).toBeCloseTo(2, 6)
})
