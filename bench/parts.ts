import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../BENCHMARKS.md', import.meta.url)
/** The commands that write a part each, in the order the parts stand in. */
const commands = [
  'bench',
  'bench:detection',
  'bench:detection:scale',
  'bench:detection:stream',
  'bench:network',
  'bench:review',
  'bench:ledger',
  'bench:campaigns',
  'bench:imports',
  'bench:rings',
  'bench:start',
  'sim:review',
] as const
export type Command = (typeof commands)[number]

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

type Cells = readonly (string | number)[]
const row = (cells: Cells) => `| ${cells.join(' | ')} |`
/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly Cells[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const headOf = (command: Command) => `<!-- npm run ${command} -->\n`

/** The document with this command's part in place of the one it had; the others' stay as they are. */
export function withPart(document: string, command: Command, part: string): string {
  const parts = commands.map((one) => {
    const start = document.indexOf(headOf(one))
    if (one === command) return `${headOf(one)}\n${part.trim()}\n`
    if (start === -1) return null
    const rest = document.slice(start)
    const end = rest.indexOf('<!-- npm run ', 1)
    return `${rest.slice(0, end === -1 ? rest.length : end).trim()}\n`
  })
  return ['# Benchmarks\n', ...parts.filter((one) => one !== null)].join('\n')
}

const written = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Writes a command's part of BENCHMARKS.md. */
export function writePart(command: Command, part: string): void {
  writeFileSync(file, withPart(written(), command, part))
}

/** The rows of the table in a command's part whose head begins with these columns, no wider than them. */
export function rowsThatStand(document: string, command: Command, head: readonly string[]): string[][] {
  const start = document.indexOf(headOf(command))
  if (start === -1) return []
  const rest = document.slice(start)
  const end = rest.indexOf('<!-- npm run ', 1)
  const lines = rest.slice(0, end === -1 ? rest.length : end).split('\n')
  const at = lines.findIndex((line) => `${line} `.startsWith(`${row(head)} `.slice(0, -2)))
  if (at === -1) return []
  const below = lines.slice(at + 2)
  const last = below.findIndex((line) => !line.startsWith('| '))
  return below
    .slice(0, last === -1 ? below.length : last)
    .map((line) => line.slice(2, -2).split(' | ').slice(0, head.length))
}

const sizeOf = ([size = '']: Cells) => Number(String(size).replaceAll(',', ''))

/** A table by size, the first column, with what other runs measured of other sizes. */
export function tableBySize(command: Command, head: readonly string[], rows: readonly Cells[]): string {
  const fresh = new Set(rows.map(sizeOf))
  const kept = rowsThatStand(written(), command, head).filter((cells) => !fresh.has(sizeOf(cells)))
  return table(
    head,
    [...kept, ...rows].sort((a, b) => sizeOf(a) - sizeOf(b)),
  )
}
