import type { Mapping } from '../../import.contract.ts'

/** The columns that a mapping names. */
const columnsIn = ({ helper, helped, at, kindColumn, topic, key, useful }: Mapping): string[] =>
  [helper, helped, at, kindColumn, topic, key, useful].filter((name) => name !== null)

/**
 * How a file with these columns was read the last time: read alike, what is in both counts once. Its letters are read as
 * they look now, where that is known.
 */
export function readBefore(
  before: readonly Mapping[],
  columns: readonly string[],
  guessed: Mapping | null,
): Mapping | null {
  const found = before.find(
    (one) =>
      (!guessed || one.format === guessed.format) && columnsIn(one).every((name) => columns.includes(name)),
  )
  if (!found) return null
  return guessed ? { ...found, encoding: guessed.encoding, separator: guessed.separator } : found
}
