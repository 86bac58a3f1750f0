import { checks } from './checks.ts'
import { finish, runParts, seconds, type Tally } from './parts.ts'
import { runVitest } from './vitest-run.ts'

const filter = process.argv.slice(2)
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

if (filter.length > 0) {
  await measured('Build', () => runParts([webClient]))
  await measured('Tests', () => runVitest(filter))
} else {
  await measured('Checks', () => runParts([...checks, webClient]))
  await measured('Unit and integration tests', () => runVitest(['--project', 'rules', '--project', 'unit']))
  await measured('End-to-end tests', () => runVitest(['--project', 'e2e']))
}
console.log(`\n${durations.join('\n')}\n${'All'.padEnd(28)} ${seconds(begun).padStart(8)}\n`)
await finish(tallies)
