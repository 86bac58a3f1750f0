import type { Part } from './parts.ts'

/** What is true of the source text without running it; `npm run check` and `npm test` begin with these. */
export const checks: readonly Part[] = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'generated files', command: ['node', 'bin/generate.ts', '--check'] },
  { name: 'types of the web client', command: ['tsc', '-p', 'tsconfig.web.json'] },
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
]
