import { table, writePart } from '../parts.ts'

export interface Measured {
  name: string
  /** Of the first start and of a later one, in milliseconds. */
  first: number
  later: number
  ports: number[]
}

/** Writes the part of BENCHMARKS.md. */
export function report(
  measured: readonly Measured[],
  tested: readonly string[],
  file: string,
  load: number,
): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const worst = (which: 'first' | 'later') => Math.max(...measured.map((one) => one[which]))
  const met = (isMet: boolean) => (isMet ? 'met' : 'not met')
  const text = `## A newcomer's start

Written by \`npm run bench:start\`: a fresh clone of what is committed, in an empty folder, each time another one; \`npm start\` until its first page is answered, with the packages in npm's cache as far as they were; ended with Ctrl-C; started again, and ended with SIGTERM. Whatever were left running of it would end this here: nothing was. The load of the machine when it began was ${load.toFixed(1)}.

${table(
  ['who', 'first start', 'later start', 'port'],
  measured.map(({ name, first, later, ports }) => [name, seconds(first), seconds(later), ports.join(', ')]),
)}

- Within 90 s of a cold clone: ${met(worst('first') < 90_000)}.
- Within 3 s afterwards: ${met(worst('later') < 3000)}.
- \`npm test -- ${file}\` in both of the two clones at the same time: ${tested.join('; ')}.
`
  writePart('bench:start', text)
  console.log(text)
}
