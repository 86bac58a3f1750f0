import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../BENCHMARKS.md', import.meta.url)
/** The commands that write a part each, in the order the parts stand in. */
const commands = [
  'bench',
  'bench:detection',
  'bench:detection:scale',
  'bench:detection:stream',
  'bench:network',
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

/** Writes a command's part of BENCHMARKS.md. */
export function writePart(command: Command, part: string): void {
  writeFileSync(file, withPart(existsSync(file) ? readFileSync(file, 'utf8') : '', command, part))
}
