import { parse as parseYaml, YAMLParseError } from 'yaml'
import type { ReportLine } from './report.ts'

/** What the front matter of a file says of the course. */
export interface Front {
  title: string
  objective: string
}

const mostLines = 200
const mostText = 10_000

/** Splits a file into its front matter and the lines behind it. */
export function frontOf(
  text: string,
  path: string,
  report: ReportLine[],
): { front: Front; lines: string[]; firstLine: number } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1
  if (end < 0) return { front: { title: '', objective: '' }, lines, firstLine: 1 }
  const rest = { lines: lines.slice(end + 1), firstLine: end + 2 }
  const nothing = { front: { title: '', objective: '' }, ...rest }
  const source = lines.slice(1, end).join('\n')
  if (end > mostLines || source.length > mostText) {
    const values = { lines: mostLines, characters: mostText }
    report.push({ path, line: 1, severity: 'warning', code: 'front-matter.too-long', values })
    return nothing
  }
  try {
    const values: unknown = parseYaml(source, { maxAliasCount: 0, mapAsMap: true })
    const read = (key: string, max: number) => {
      const value: unknown = values instanceof Map ? values.get(key) : undefined
      return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, max) : ''
    }
    return { front: { title: read('title', 140), objective: read('objective', 400) }, ...rest }
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error
    report.push({
      path,
      line: 1,
      severity: 'warning',
      code: 'front-matter.invalid',
      values: { reason: error.message.split('\n')[0] ?? '' },
    })
    return nothing
  }
}
