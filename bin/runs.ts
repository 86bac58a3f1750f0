import { seconds, type Tally } from './parts.ts'
import { type Report, reportOf } from './vitest-run.ts'

/** What became of one test over several runs. */
export interface Record {
  name: string
  runs: number
  failed: number
  /** Milliseconds. */
  shortest: number
  longest: number
}

const most = 100

/** How many runs are asked for (`--runs 20`), and what is left of the arguments; throws when it is no sensible number. */
export function runsIn(args: readonly string[]): { runs: number; rest: string[] } {
  const at = args.indexOf('--runs')
  if (at < 0) return { runs: 1, rest: [...args] }
  const runs = Number(args[at + 1])
  if (!Number.isInteger(runs) || runs < 1 || runs > most)
    throw new Error(`--runs: say how often all is to run, from 1 to ${most}, such as --runs 20.`)
  return { runs, rest: args.toSpliced(at, 2) }
}

/** What became of each test, those that failed most first. A file that broke before its tests counts as one. */
export function recordsOf(reports: readonly Report[]): Record[] {
  const records = new Map<string, Record>()
  const note = (name: string, isFailed: boolean, duration: number) => {
    const one = records.get(name) ?? { name, runs: 0, failed: 0, shortest: Infinity, longest: 0 }
    records.set(name, {
      name,
      runs: one.runs + 1,
      failed: one.failed + (isFailed ? 1 : 0),
      shortest: Math.min(one.shortest, duration),
      longest: Math.max(one.longest, duration),
    })
  }
  for (const { name = '', status, assertionResults } of reports.flatMap(({ testResults }) => testResults)) {
    const ran = assertionResults.filter((test) => test.status === 'passed' || test.status === 'failed')
    for (const { fullName = '', status: outcome, duration } of ran)
      note(`${name} > ${fullName}`, outcome === 'failed', duration ?? 0)
    if (status === 'failed' && !ran.some((test) => test.status === 'failed')) note(name, true, 0)
  }
  return [...records.values()].sort((one, other) => other.failed - one.failed || other.longest - one.longest)
}

const inSeconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
const line = ({ name, runs, failed, shortest, longest }: Record) =>
  `${`${failed}/${runs}`.padStart(8)}  ${inSeconds(shortest).padStart(6)} to ${inSeconds(longest).padStart(6)} s  ${name}`

/** Runs the tests again and again, and says which ever failed, how often, and how long the longest took. */
export async function runAgain(runs: number, args: readonly string[]): Promise<Tally> {
  const reports: Report[] = []
  let withoutReport = 0
  for (let run = 1; run <= runs; run += 1) {
    const begun = performance.now()
    const { report, code } = await reportOf(args)
    if (report) reports.push(report)
    if (!report || (code !== 0 && report.numFailedTests === 0)) withoutReport += 1
    console.log(
      `\nRun ${run} of ${runs}: ${report?.numFailedTests ?? 'no report,'} failed, ${seconds(begun)}\n`,
    )
  }
  const records = recordsOf(reports)
  const failed = records.filter((one) => one.failed > 0)
  console.log(failed.length > 0 ? '  failed  shortest to longest' : `No test failed in ${runs} runs.`)
  for (const one of failed) console.log(line(one))
  console.log('\nThe longest tests:')
  for (const one of records.toSorted((a, b) => b.longest - a.longest).slice(0, 10)) console.log(line(one))
  const failures = failed.map(line)
  if (withoutReport > 0) failures.push(`${withoutReport} runs failed outside their tests.`)
  const passed = records.length - failed.length
  return { passed, failed: failed.length + withoutReport, skipped: 0, failures }
}
