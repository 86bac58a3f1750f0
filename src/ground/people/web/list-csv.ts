/** What a spreadsheet would run instead of showing it, and what looks like such a cell made harmless. */
const isFormula = /^'*[=+\-@\t\r]/

const quoted = (cell: string, separator: string): string =>
  cell.includes('"') || cell.includes(separator) || /[\r\n]/.test(cell) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell

/** Rows as a table in text. */
export const tableText = (rows: readonly (readonly string[])[], separator: string): string =>
  rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')

/**
 * Rows as a file for a spreadsheet: with the mark by which it knows the encoding, and an apostrophe before whatever
 * it would run. The apostrophe is taken off when the list is brought again.
 */
export const spreadsheetText = (rows: readonly (readonly string[])[], separator: string): string =>
  `\uFEFF${tableText(
    rows.map((row) => row.map((cell) => (isFormula.test(cell) ? `'${cell}` : cell))),
    separator,
  )}\r\n`
