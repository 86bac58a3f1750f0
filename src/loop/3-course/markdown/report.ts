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

/** A line of a file. */
export interface Place {
  path: string
  line: number
}
