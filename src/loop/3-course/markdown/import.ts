import { newBlockId } from '../document/blocks.ts'
import { type CourseDocument, courseDocument, type Step } from '../document/schema.ts'
import { newAnchors, settleAnchors } from './anchors.ts'
import type { Beside } from './beside.ts'
import { type Piece, splitDivs } from './divs.ts'
import { type Front, frontOf } from './front.ts'
import type { Place, ReportLine, Values } from './report.ts'
import { sectionsOf, workOf } from './sections.ts'
import { stemOf, stepsByFile } from './step-files.ts'
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
  /** The files that the Markdown uses, by path. */
  pictures: string[]
}

const longestLine = 10_000
const mostText = 5_000_000
/** Of estimated work, in milliseconds: some 400,000 characters of an ordinary course. */
const mostWork = 600
const mostDivs = 4000

/**
 * Reads Markdown as a course: several files become a step each (in the order of their names), one file a step for
 * each `#` heading. Fenced divs become callouts, hidden solutions and questions. HTML is never kept. Never throws on
 * any text: what cannot be read is reported by file and line.
 */
export function importMarkdown(files: readonly MarkdownFile[], beside: Beside = { assets: {} }): Imported {
  const report: ReportLine[] = []
  const pictures = new Set<string>()
  const places = new Map<string, Place>()
  const sorted =
    files.length > 1
      ? [...files].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
      : files
  const outlines = outlinesOf(sorted, report)
  const ids = new Map(outlines.map(({ path }) => [path, newBlockId()]))
  const stepOfFile = stepsByFile(ids)
  let course: Front = { title: '', objective: '' }
  const steps: Step[] = []
  const anchors = newAnchors()
  for (const { path, front, lines, pieces } of outlines) {
    const isAlone = files.length === 1
    const options = { path, report, pictures, places, beside, anchors, isAlone, stepOfFile }
    const first = { id: ids.get(path) ?? newBlockId(), title: front.title }
    const made = stepsOf(options, lines, pieces, first, !isAlone)
    for (const step of made) steps.push(step)
    if (!course.title)
      course = {
        title: (front.title || made[0]?.attrs.title || stemOf(path)).slice(0, 140),
        objective: front.objective,
      }
  }
  settleAnchors(steps, anchors, report)
  const document = checked(steps, report, places, sorted[0]?.path ?? '')
  return { ...course, document, report, pictures: [...pictures] }
}

interface Outline {
  path: string
  front: Front
  lines: string[]
  pieces: Piece[]
}

/** Files cut into pieces; empty, with the reason in the report, when they would take too long to read. */
function outlinesOf(files: readonly MarkdownFile[], report: ReportLine[]): Outline[] {
  const refuse = (path: string, line: number, code: string, values: Values = {}) => {
    report.push({ path, line, severity: 'error', code, values })
    return []
  }
  let size = 0
  let work = 0
  const outlines: Outline[] = []
  for (const { path, text } of files) {
    size += text.length
    if (size > mostText) return refuse(path, 1, 'text.too-much', { most: mostText })
    const { front, lines, firstLine } = frontOf(text, path, report)
    const long = lines.findIndex((line) => line.length > longestLine)
    if (long >= 0) {
      return refuse(path, firstLine + long, 'line.too-long', { most: longestLine })
    }
    const { pieces, divs, unbalanced } = splitDivs(lines, firstLine)
    if (divs > mostDivs) return refuse(path, 1, 'divs.too-many', { most: mostDivs })
    for (const section of textsOf(pieces).flatMap(sectionsOf)) {
      work += workOf(section)
      if (work > mostWork) return refuse(path, section.line, 'work.too-much')
    }
    for (const line of unbalanced) {
      report.push({ path, line, severity: 'warning', code: 'div.unbalanced' })
    }
    outlines.push({ path, front, lines, pieces })
  }
  return outlines
}

const textsOf = (pieces: Piece[]): (Piece & { kind: 'text' })[] =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : textsOf(piece.pieces)))

/** The document if it is one; otherwise what is wrong with it, at the line where it was read. */
function checked(
  steps: Step[],
  report: ReportLine[],
  places: Map<string, Place>,
  path: string,
): CourseDocument | null {
  if (steps.length === 0) {
    // Why nothing is left may have been said already.
    if (report.some(({ severity }) => severity === 'error')) return null
    report.push({ path, line: 1, severity: 'error', code: 'course.empty' })
    return null
  }
  const parsed = courseDocument.safeParse({ type: 'doc', content: steps })
  if (parsed.success) return parsed.data
  for (const { path: at } of parsed.error.issues.slice(0, 20)) {
    const place = placeOf(steps, at, places) ?? { path, line: 1 }
    report.push({ ...place, severity: 'error', code: 'course.invalid' })
  }
  return null
}

/** Where the innermost block on the way to an issue was read. */
function placeOf(steps: Step[], at: PropertyKey[], places: Map<string, Place>): Place | undefined {
  let node: unknown = { content: steps }
  let place: Place | undefined
  for (const key of at) {
    if (typeof node !== 'object' || node === null) break
    node = (node as Record<PropertyKey, unknown>)[key]
    const id = (node as { attrs?: { id?: string } } | undefined)?.attrs?.id
    place = (id && places.get(id)) || place
  }
  return place
}
