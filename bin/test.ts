import { checks } from './checks.ts'
import { finish, runParts, seconds, type Tally } from './parts.ts'
import { runAgain, runsIn } from './runs.ts'
import { runVitest } from './vitest-run.ts'

const { runs, rest: filter } = runsIn(process.argv.slice(2))
const webClient = { name: 'web client builds', command: ['node', 'bin/build-web.ts'] }
const begun = performance.now()
const durations: string[] = []
const tallies: Tally[] = []

async function measured(name: string, work: () => Promise<Tally>): Promise<void> {
  const start = performance.now()
  console.log(`\n${name}`)
  tallies.push(await work())
  durations.push(`${name.padEnd(28)} ${seconds(start).padStart(8)}`)
}

if (filter.length > 0) await measured('Build', () => runParts([webClient]))
else await measured('Checks', () => runParts([...checks, webClient]))
await measured('Tests', () => (runs > 1 ? runAgain(runs, filter) : runVitest(filter)))
console.log(`\n${durations.join('\n')}\n${'All'.padEnd(28)} ${seconds(begun).padStart(8)}\n`)
await finish(tallies)
