import { checks } from './checks.ts'
import { finish, runParts, seconds } from './parts.ts'

const begun = performance.now()
const architecture = {
  name: 'architecture',
  command: ['vitest', 'run', '--project', 'rules', '--reporter=dot'],
}
const tally = await runParts([...checks, architecture])
console.log(`\nChecked in ${seconds(begun)}.`)
await finish([tally])
