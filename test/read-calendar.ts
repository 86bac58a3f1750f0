import type { Read } from './read-mail.ts'

/** The calendar file of a mail, as a calendar reads it (RFC 5545). */
export interface ReadCalendar {
  /** What mail programs are told of it. */
  told: { name: string | null; type: string; method: string | undefined; charset: string | undefined }
  /** Its lines, put together again. */
  lines: string[]
  /** The value of the property of that name, with its parameters if it has any: a text without its escapes. */
  says: (name: string) => string | undefined
  /** What a calendar would stumble over. */
  faults: string[]
}

const plain = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one))

/** The file as it travelled, byte for byte: who reads a mail may give it other line breaks. */
function bytesIn(raw: string): Uint8Array {
  const part =
    /Content-Type: text\/calendar[\s\S]*?Content-Transfer-Encoding: base64[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/
  return Buffer.from(raw.match(part)?.[1] ?? '', 'base64')
}

export function readCalendar({ attachments, raw }: Read): ReadCalendar {
  const [file] = attachments
  if (!file || attachments.length > 1) throw new Error(`The mail has ${attachments.length} files.`)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytesIn(raw))
  const read = typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content)
  const pieces = text.split('\r\n')
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  const open = lines.filter((line) => line.startsWith('BEGIN:')).map((line) => line.slice(6))
  const closed = lines.filter((line) => line.startsWith('END:')).map((line) => line.slice(4))
  return {
    told: {
      ...{ name: file.filename, type: file.mimeType, method: file.method },
      charset: raw.match(/Content-Type: text\/calendar;\s+charset=([\w-]+)/)?.[1],
    },
    lines,
    says: (name) => {
      const line = lines.findLast((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
      return line === undefined ? undefined : plain(line.slice(name.length + 1))
    },
    faults: [
      ...(read === text.replaceAll('\r\n', '\n') ? [] : [`read otherwise: ${read}`]),
      ...(pieces.at(-1) === '' ? [] : ['its last line does not end']),
      ...pieces.filter((line) => /[\r\n]/.test(line)).map((line) => `half a line break: ${line}`),
      ...pieces.filter((line) => Buffer.byteLength(line) > 75).map((line) => `over 75 octets: ${line}`),
      ...lines.filter((line) => !/^[A-Z-]+[:;]/.test(line)).map((line) => `no property: ${line}`),
      ...(open.toSorted().join() === closed.toSorted().join() ? [] : [`${open} is not ${closed}`]),
    ],
  }
}
