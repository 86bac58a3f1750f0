import { tableBySize, whole, writePart } from '../parts.ts'

export interface Measured {
  lines: number
  bytes: number
  seconds: number
  kept: number
  rejected: number
  /** Signals that are stored: of lines that say the same there is one. */
  stored: number
  /** The most MB the process had so far, which makes the file too. */
  memory: number
}

const command = 'bench:imports'

/** Writes the part of BENCHMARKS.md. */
export function report(measured: readonly Measured[], load: number): void {
  const text = `## Bringing in files

Written by \`npm run bench:imports\` (\`--sizes 100000000\` for the largest): files of help given in another tool, made up (bench/imports/file.ts), of ten new lines in twenty, nine that say what an earlier one said and one that is not to be taken for one of eight reasons in turn, sent in parts of 512 KB as the browser does, to an organization of 20,000 members in an embedded PostgreSQL on disk. Half-way the server ends and another goes on. How many lines were taken, how many were not and how many signals are stored is held against what the lines are: where one of them differs nothing is written here. Memory is the most the process had, which makes the file as well. The load of the machine when it began was ${load.toFixed(1)}. Rows of sizes that were not measured this time are from runs before.

${tableBySize(
  command,
  ['lines', 'MB', 'seconds', 'lines a second', 'taken', 'not taken', 'signals stored', 'MB of memory'],
  measured.map(({ lines, bytes, seconds, kept, rejected, stored, memory }) => [
    ...[whole(lines), whole(bytes / 1e6), seconds.toFixed(seconds < 10 ? 1 : 0), whole(lines / seconds)],
    ...[whole(kept), whole(rejected), whole(stored), whole(memory)],
  ]),
)}
`
  writePart(command, text)
  console.log(text)
}
