import { encode } from '#platform/table/encode'
import type { Encoding } from '#platform/table/ends'
import type { Rejection } from '../../import.contract.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** What is said of the lines, in the reader's language. */
export interface Words {
  heading: string
  reason: (rejection: Rejection) => string
}

/** How lines are written: what is said of one goes before or behind it, and of its own bytes none changes. */
export interface Writer {
  head: Bytes[]
  write: (line: Bytes, rejection: Rejection) => Bytes[]
}

/** The text of some bytes, each letter of it: a mark at the beginning too. */
export const textOf = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

/** A line with its end: the last one of a file may have none. */
export const ended = (line: Bytes, encoding: Encoding): Bytes[] =>
  textOf(line, encoding).endsWith('\n') ? [line] : [line, encode('\n', encoding)]
