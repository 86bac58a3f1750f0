import { expect, test } from 'vitest'
import { recordsOf, runsIn } from './runs.ts'
import type { Report } from './vitest-run.ts'

const report = (...outcomes: [fullName: string, status: string, duration: number][]): Report => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    {
      name: 'a.test.ts',
      status: 'passed',
      assertionResults: outcomes.map(([fullName, status, duration]) => ({ fullName, status, duration })),
    },
  ],
})

test('a test that failed once in three runs is named first, with how long it took', () => {
  const records = recordsOf([
    report(['steady', 'passed', 900], ['shaky', 'passed', 100]),
    report(['steady', 'passed', 800], ['shaky', 'failed', 300]),
    report(['steady', 'passed', 850], ['shaky', 'passed', 200]),
  ])
  expect(records).toEqual([
    { name: 'a.test.ts > shaky', runs: 3, failed: 1, shortest: 100, longest: 300 },
    { name: 'a.test.ts > steady', runs: 3, failed: 0, shortest: 800, longest: 900 },
  ])
})

test('a file that broke before its tests counts as failed', () => {
  const broken = { ...report(), testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }] }
  expect(recordsOf([broken])).toMatchObject([{ name: 'b.test.ts', runs: 1, failed: 1 }])
})

test('a test that was skipped counts neither way', () => {
  expect(recordsOf([report(['later', 'skipped', 0])])).toEqual([])
})

test('the number of runs is taken from the arguments, and has bounds', () => {
  expect(runsIn(['e2e', '--runs', '20'])).toEqual({ runs: 20, rest: ['e2e'] })
  expect(runsIn(['e2e'])).toEqual({ runs: 1, rest: ['e2e'] })
  for (const wrong of ['0', '101', 'many', '1.5'])
    expect(() => runsIn(['--runs', wrong])).toThrow('from 1 to 100')
})
