import { encode } from '#platform/table/encode'
import type { Encoding } from '#platform/table/ends'
import type { Mapping, Rejection } from '../../import.contract.ts'
import { previewBytes } from '../../imports/preview-size.ts'
import { findRejected } from './find-rejected.ts'
import { jsonWriter } from './rejected-json.ts'
import type { Bytes, Words } from './rejected-line.ts'
import { rowWriter } from './rejected-rows.ts'

/**
 * The lines of a file that were not taken, as a file in its own format and encoding that can be mended and sent again:
 * each as it stands, with the reason in a first column or a last field. Null where the file is another one.
 */
export async function rejectedFile(
  file: Blob,
  mapping: Mapping,
  rejections: readonly Rejection[],
  words: Words,
): Promise<Blob | null> {
  const start = new Uint8Array(await file.slice(0, previewBytes).arrayBuffer())
  const mark = markOf(start, mapping.encoding)
  const unmarked = start.subarray(mark.length)
  const writer = mapping.format === 'csv' ? rowWriter(unmarked, mapping, words) : jsonWriter(mapping, words)
  if (!writer) return null
  const parts = [new Blob([mark, ...writer.head])]
  const isIt = await findRejected(file, mapping, rejections, (found) => {
    const written = found.flatMap(({ rejection, bytes }) =>
      writer.write(rejection.line === 1 ? bytes.subarray(mark.length) : bytes, rejection),
    )
    // The browser may put what is in a blob on the disk.
    if (written.length > 0) parts.push(new Blob(written))
  })
  return isIt ? new Blob(parts) : null
}

/** The mark of the encoding that a file begins with; nothing where it has none. */
function markOf(start: Bytes, encoding: Encoding): Bytes {
  const mark = encoding === 'windows-1252' ? new Uint8Array() : encode('\uFEFF', encoding)
  return mark.every((byte, at) => start[at] === byte) ? mark : new Uint8Array()
}
