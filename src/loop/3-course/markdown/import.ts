import { newBlockId } from '../document/blocks.ts'
import { type CourseDocument, courseDocument, type Step } from '../document/schema.ts'
import { type Front, frontOf } from './front.ts'
import { type ReportLine, stemOf } from './reading.ts'
import { stepsOf } from './steps.ts'

export interface MarkdownFile {
  path: string
  text: string
}

export interface Imported {
  title: string
  objective: string
  /** Null when nothing could be read; then the report says why. */
  document: CourseDocument | null
  report: ReportLine[]
  /** The pictures that the files use, by path. */
  pictures: string[]
}

const longestLine = 10_000
const mostText = 5_000_000

/**
 * Reads Markdown as a course: several files become a step each (in the order of their names), one file a step for
 * each `#` heading. Fenced divs become callouts, hidden solutions and questions. HTML is never kept. Never throws on
 * any text: what cannot be read is reported by file and line.
 */
export function importMarkdown(
  files: readonly MarkdownFile[],
  assets: Record<string, string> = {},
): Imported {
  const report: ReportLine[] = []
  const pictures = new Set<string>()
  const sorted =
    files.length > 1
      ? [...files].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
      : files
  const readable = sorted.filter((file) => !refused(file, report, files))
  const ids = new Map(readable.map(({ path }) => [stemOf(path), newBlockId()]))
  let course: Front = { title: '', objective: '' }
  const steps: Step[] = []
  for (const { path, text } of readable) {
    const options = { path, report, pictures, assets, stepOfFile: (name: string) => ids.get(name) }
    const { front, lines, firstLine } = frontOf(text, path, report)
    const made = stepsOf(
      options,
      lines,
      firstLine,
      { id: ids.get(stemOf(path)) ?? newBlockId(), title: front.title },
      files.length > 1,
    )
    steps.push(...made)
    if (!course.title)
      course = { title: front.title || made[0]?.attrs.title || stemOf(path), objective: front.objective }
  }
  return { ...course, ...checked(steps, report, files[0]?.path ?? ''), report, pictures: [...pictures] }
}

function refused(
  { path, text }: MarkdownFile,
  report: ReportLine[],
  files: readonly MarkdownFile[],
): boolean {
  const refuse = (line: number, code: string, detail: string) =>
    report.push({ path, line, severity: 'error', code, detail })
  const total = files.reduce((sum, file) => sum + file.text.length, 0)
  if (total > mostText)
    return refuse(1, 'text.too-much', 'Together the files are larger than 5 million characters.') > 0
  const lines = text.split('\n')
  const long = lines.findIndex((line) => line.length > longestLine)
  if (long >= 0)
    return refuse(long + 1, 'line.too-long', `A line may have ${longestLine} characters at most.`) > 0
  const deep = lines.findIndex(
    (line) =>
      /^(\s*>){12}/.test(line) ||
      /^(\s*[-*+]\s){12}/.test(line) ||
      /^\s{200}/.test(line) ||
      /[[(*_]{60}/.test(line),
  )
  if (deep >= 0) return refuse(deep + 1, 'nesting.too-deep', 'This line is nested too deep to be meant.') > 0
  return false
}

function checked(steps: Step[], report: ReportLine[], path: string): { document: CourseDocument | null } {
  if (steps.length === 0) {
    report.push({
      path,
      line: 1,
      severity: 'error',
      code: 'course.empty',
      detail: 'There is nothing to read in it.',
    })
    return { document: null }
  }
  const parsed = courseDocument.safeParse({ type: 'doc', content: steps })
  if (parsed.success) return { document: parsed.data }
  for (const issue of parsed.error.issues.slice(0, 20)) {
    const title = typeof issue.path[1] === 'number' ? (steps[issue.path[1]]?.attrs.title ?? '') : ''
    report.push({
      path,
      line: 1,
      severity: 'error',
      code: 'course.invalid',
      detail: `${title}: ${issue.message}`,
    })
  }
  return { document: null }
}
