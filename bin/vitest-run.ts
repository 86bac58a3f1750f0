import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type Part, run, type Tally } from './parts.ts'
import { scratch } from './scratch.ts'

interface Assertion {
  fullName?: string
  status: string
  duration?: number | null
  failureMessages?: readonly string[] | null
}

/** What Vitest's JSON report says, as far as it is read here. */
export interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name?: string
    status: string
    message?: string
    assertionResults: Assertion[]
  }[]
}

/** So much of what a failure says, beginning with its first line, tells where to look. */
const mostLines = 12

function failureOf(name: string, message = ''): string {
  const said = stripVTControlCharacters(message).trimEnd().split('\n').slice(0, mostLines)
  return [name, ...said.map((line) => `  ${line}`)].join('\n')
}

/**
 * Counts a run's tests. A file that failed before any of its tests could, and a run that failed though no test
 * did (an error outside tests, nothing that matched), count as one failure each: nothing fails silently.
 */
export function tallyOf(report: Report | null, code: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ['The tests left no report.'] }
  const failures = report.testResults.flatMap(({ name = '', status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [failureOf(name, message)]
    return failed.map((test) => failureOf(`${name} > ${test.fullName}`, test.failureMessages?.[0]))
  })
  if (failures.length === 0 && code !== 0) failures.push('Something outside the tests: see above.')
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: failures.length, skipped, failures }
}

/** Runs Vitest with `args`, showing what it says, and answers what it reports. */
export async function reportOf(
  args: readonly string[],
  env: Part['env'] = {},
): Promise<{ report: Report | null; code: number }> {
  const folder = mkdtempSync(join(scratch().folder, 'report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  try {
    const part = { name: 'vitest', command: ['vitest', 'run', ...args, ...reporters], env }
    const { code } = await run(part, true)
    return { report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs Vitest with `args` and counts its tests. */
export async function runVitest(args: readonly string[], env: Part['env'] = {}): Promise<Tally> {
  const { report, code } = await reportOf(args, env)
  return tallyOf(report, code)
}
