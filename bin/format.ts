// Puts every file into the house's form, as `npm run check` asks for it.
import { run } from './parts.ts'

const { code } = await run({ name: 'format', command: ['biome', 'check', '--write', '.'] }, true)
process.exit(code)
