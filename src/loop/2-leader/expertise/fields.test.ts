import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, collectActs, nobody } from './acts.ts'
import { basisOf, scoresBy, scoresOf } from './score.ts'
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

test('one more act lowers no score of its helper in any field, whichever it was in and whenever', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), anAct, (acts, more) => {
      const of = (all: readonly Act[]) => {
        const basis = basisFor(all)
        return scoresBy(basis, scoresOf(basis), more.helper, fieldOf)
      }
      const after = of([...acts, more])
      for (const [field, before] of of(acts))
        expect(after.get(field) ?? 0).toBeGreaterThanOrEqual(before * (1 - 1e-6))
    }),
  )
})

test('who helps in one field alone has their whole score in it, and who helps in several no less than it in all', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const basis = basisFor(acts)
      const scores = scoresOf(basis)
      for (const [member, whole] of scores.score.entries()) {
        const fields = [...scoresBy(basis, scores, member, fieldOf).values()]
        const sum = fields.reduce((all, one) => all + one, 0)
        if (fields.length < 2) expect(sum).toBeCloseTo(whole, 9)
        else expect(sum).toBeGreaterThanOrEqual(whole * (1 - 1e-9))
      }
    }),
  )
})
