import { beforeAll, describe, expect, test } from 'vitest'
import { gini } from '#recognition/fairness/figures/spread.ts'
import { quantile } from './measures.ts'
import { simulate } from './simulate.ts'

const plan = { seed: 7, people: 2000, groups: 40, topics: 60, coursesPerMonth: 300, assignments: 1e9 }

describe('half a year of a company in which a fifth of the reviewers never answer', () => {
  let company: ReturnType<typeof simulate>
  beforeAll(() => {
    company = simulate({ ...plan, courses: 1800 })
  })

  test('nine of ten courses are decided within the deadline, and none waits for ever', () => {
    const { waits, rounds, stuck, stranded, expired } = company.outcome
    expect(
      quantile(
        waits.toSorted((a, b) => a - b),
        0.9,
      ),
    ).toBeLessThan(1)
    expect([waits.length, stuck, stranded]).toEqual([rounds, 0, 0])
    expect(rounds).toBeGreaterThan(1800)
    expect(expired).toBeGreaterThan(300)
  })

  test('nobody is asked for more than the cap allows, for their own course, or as the only approver of who approves them', () => {
    const { overCap, ofOneself, reciprocalOnly } = company.outcome
    expect([overCap, ofOneself, reciprocalOnly]).toEqual([0, 0, 0])
  })

  test('the load is shared', () => {
    expect(gini(company.loads)).toBeLessThan(0.35)
    expect(company.loads.reduce((sum, one) => sum + one, 0)).toBe(company.outcome.assignments)
  })

  test('the same seed gives the same half year, another another', () => {
    const of = (seed: number) => simulate({ ...plan, courses: 100, seed }).outcome
    expect(of(7)).toEqual(of(7))
    expect(of(8)).not.toEqual(of(7))
  })
})

test('in a company of four everybody is still checked by somebody else', () => {
  const { outcome } = simulate({ ...plan, people: 4, groups: 1, topics: 3, coursesPerMonth: 4, courses: 60 })
  expect([outcome.stuck, outcome.overCap, outcome.ofOneself]).toEqual([0, 0, 0])
  expect(outcome.relaxed.alone).toBeGreaterThan(0)
})

describe('Gini’s coefficient', () => {
  test('is what it is known to be of amounts all alike, all with one, and 1, 2, 3, 4', () => {
    expect(gini([5, 5, 5, 5])).toBe(0)
    expect(gini([0, 0, 0, 12])).toBeCloseTo(0.75, 12)
    expect(gini([4, 1, 3, 2])).toBeCloseTo(0.25, 12)
    expect(gini([0, 0])).toBe(0)
  })
})
