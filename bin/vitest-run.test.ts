import { expect, test } from 'vitest'
import { type Report, tallyOf } from './vitest-run.ts'

const report = (changes: Partial<Report>): Report => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
})

test('passed, failed and skipped tests are counted', () => {
  const said = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 })
  expect(tallyOf(said, 1)).toEqual({ passed: 5, failed: 2, skipped: 4 })
})

test('a file that broke before its tests ran counts as a failure', () => {
  const said = report({ numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] })
  expect(tallyOf(said, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('a file with a failed test counts once', () => {
  const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  expect(tallyOf(report({ numPassedTests: 1, numFailedTests: 1, testResults: [file] }), 1).failed).toBe(1)
})

test('a run that failed outside its tests counts as a failure', () => {
  expect(tallyOf(report({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('a run that left no report counts as a failure', () => {
  expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
