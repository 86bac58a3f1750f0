import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, collectActs, nobody } from './acts.ts'
import { scoresBy } from './by-field.ts'
import { lent } from './lent.ts'
import { type Basis, basisOf, scoresOf, wholeOf } from './score.ts'
import { presence, usualWeights } from './worth.ts'

const members = 6
const today = 20_000
/** Two kinds of help in each of three fields. */
const fieldOf = (kind: number) => Math.floor(kind / 2)
const weights = { ...usualWeights, kinds: [1, 2, 1, 2, 1, 2] }

const anAct: fc.Arbitrary<Act> = fc
  .record({
    helper: fc.integer({ min: 0, max: members - 1 }),
    helped: fc.integer({ min: nobody, max: members - 1 }),
    day: fc.integer({ min: today - 60, max: today }),
    kind: fc.integer({ min: 0, max: 5 }),
    useful: fc.integer({ min: 0, max: 5 }),
    accepted: fc.boolean(),
  })
  .filter(({ helper, helped }) => helper !== helped)

function basisFor(all: readonly Act[]) {
  const collected = collectActs(members, today)
  for (const act of all) collected.add(act)
  const came = () => today - 30
  const there = { came, exposure: (_: number, since: number) => presence(today - since + 1, 61, weights) }
  return basisOf({ acts: collected.acts(), weights, today, there })
}

const onFields = (basis: Basis, member: number) => scoresBy(basis, member, wholeOf(basis, member), fieldOf)

test('one more act lowers no score of its helper in any field, whichever it was in and whenever', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), anAct, (acts, more) => {
      const after = onFields(basisFor([...acts, more]), more.helper)
      for (const [field, before] of onFields(basisFor(acts), more.helper)) {
        expect(after.get(field)?.own ?? 0).toBeGreaterThanOrEqual(before.own * (1 - 1e-6))
        expect(after.get(field)?.score ?? 0).toBeGreaterThanOrEqual(before.score * (1 - 1e-6))
      }
    }),
  )
})

test('who helps in one field alone did their whole score in it, and who helps in several no less than it in all', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const basis = basisFor(acts)
      for (const [member, whole] of scoresOf(basis).score.entries()) {
        const fields = [...onFields(basis, member).values()]
        const sum = fields.reduce((all, { own }) => all + own, 0)
        if (fields.length < 2) expect(sum).toBeCloseTo(whole, 9)
        else expect(sum).toBeGreaterThanOrEqual(whole * (1 - 1e-9))
      }
    }),
  )
})

test('a score in a field is what was done in it and a part of the whole, and lies within its interval', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const basis = basisFor(acts)
      for (const [member, whole] of scoresOf(basis).score.entries())
        for (const { own, score, low, high } of onFields(basis, member).values()) {
          expect(score).toBeCloseTo(own + lent * whole, 9)
          expect(low).toBeLessThanOrEqual(score)
          expect(high).toBeGreaterThanOrEqual(score)
        }
    }),
  )
})

test('the interval of a score in one field, the only one of somebody, is that of their whole score', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const basis = basisFor(acts.map((act) => ({ ...act, kind: 0 })))
      const { low, high } = scoresOf(basis)
      for (const member of low.keys())
        for (const one of onFields(basis, member).values()) {
          expect(one.low).toBeCloseTo((1 + lent) * (low[member] as number), 9)
          expect(one.high / (1 + lent)).toBeCloseTo(high[member] as number, 6)
        }
    }),
  )
})

test('who did little in a field stands behind who did as much there and more elsewhere, and is less sure', () => {
  const act = (helper: number, helped: number, kind: number): Act => ({
    ...{ helper, helped, kind, day: today - 3, useful: 1, accepted: false },
  })
  const basis = basisFor([act(0, 3, 0), act(1, 3, 0), act(1, 4, 2), act(1, 5, 2), act(1, 2, 4)])
  const [little, more] = [0, 1].map((member) => onFields(basis, member).get(0))
  const width = (one: typeof little) => (one ? one.high / one.low : 0)
  expect(more?.score).toBeGreaterThan(little?.score ?? Infinity)
  expect(width(little)).toBeGreaterThan(width(more))
})
