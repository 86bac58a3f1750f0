export type Severity = 'note' | 'warning' | 'error'

/** Something that could not be kept as it was, and where. */
export interface ReportLine {
  path: string
  line: number
  severity: Severity
  /** The message `course.report.<code>` says it; what fills its gaps. */
  code: string
  values?: Values
}

export type Values = Record<string, string | number>

/** Why a file that is at hand cannot be used: its size, the kind of its content, its pixels, or nothing is in it. */
export const refusals = ['too-large', 'kind', 'too-many-pixels', 'empty'] as const
export type Refusal = (typeof refusals)[number]

/** A line of a file. */
export interface Place {
  path: string
  line: number
}
