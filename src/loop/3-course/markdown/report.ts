export type Severity = 'note' | 'warning' | 'error'

/** Something that could not be kept as it was, and where. */
export interface ReportLine {
  path: string
  line: number
  severity: Severity
  code: string
  detail: string
}

/** A line of a file. */
export interface Place {
  path: string
  line: number
}
