import type { Mapping, Writing } from '../../import.contract.ts'

/** The columns that a mapping names. */
const columnsIn = ({ helper, helped, at, kindColumn, topic, key, useful }: Mapping): string[] =>
  [helper, helped, at, kindColumn, topic, key, useful].filter((name) => name !== null)

/** How a file with these columns was read the last time: read alike, what is in both counts once. It is written as it looks now. */
export function readBefore(
  before: readonly Mapping[],
  columns: readonly string[],
  writing: Writing,
): Mapping | null {
  const found = before.find(
    (one) => one.format === writing.format && columnsIn(one).every((name) => columns.includes(name)),
  )
  return found ? { ...found, encoding: writing.encoding, separator: writing.separator } : null
}
