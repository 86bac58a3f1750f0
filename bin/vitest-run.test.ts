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

const passed = { status: 'passed', fullName: 'holds' }
const failed = (message: string) => ({ status: 'failed', fullName: 'breaks', failureMessages: [message] })

test('passed, failed and skipped tests are counted, and each failure is named with what it said', () => {
  const file = {
    name: 'a.test.ts',
    status: 'failed',
    assertionResults: [failed('expected 1\n    at a.test.ts:3'), passed],
  }
  const said = report({ numPassedTests: 5, numPendingTests: 3, numTodoTests: 1, testResults: [file] })
  expect(tallyOf(said, 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 4,
    failures: ['a.test.ts > breaks\n  expected 1\n      at a.test.ts:3'],
  })
})

test('of a failure that says much its beginning is told, without colours', () => {
  const message = `\u001B[31mexpected\u001B[39m${'\nmore'.repeat(500)}`
  const file = { name: 'a.test.ts', status: 'failed', assertionResults: [failed(message)] }
  const [told = ''] = tallyOf(report({ testResults: [file] }), 1).failures
  expect(told.split('\n').length).toBeLessThan(20)
  expect(told).toMatch(/^a\.test\.ts > breaks\n {2}expected\n/)
})

test('a file that broke before its tests ran counts as a failure', () => {
  const broken = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
  const tally = tallyOf(report({ numPassedTests: 5, testResults: [broken] }), 1)
  expect(tally).toMatchObject({ passed: 5, failed: 1, failures: ['b.test.ts\n  no such module'] })
})

test('a run that failed outside its tests counts as a failure', () => {
  expect(tallyOf(report({ numPassedTests: 5 }), 1)).toMatchObject({ passed: 5, failed: 1, skipped: 0 })
})

test('a run that left no report counts as a failure', () => {
  expect(tallyOf(null, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
})
