import type { Read } from './read-mail.ts'

/** The calendar file of a mail, as a calendar reads it (RFC 5545). */
export interface ReadCalendar {
  /** Its lines, put together again. */
  lines: string[]
  /** The last value of a property, as it is written: behind its parameters, where it has any. */
  value: (property: string) => string | undefined
  /** The same of a text, as it is read. */
  text: (property: string) => string | undefined
  /** What a calendar or a mail program would stumble over. */
  faults: string[]
}

/** The calendar file in a mail as it travelled, byte for byte: who reads a mail may give it other line breaks. */
export function fileIn(raw: string): string {
  const part =
    /Content-Type: text\/calendar[\s\S]*?Content-Transfer-Encoding: base64[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw.match(part)?.[1] ?? '', 'base64'))
}

/** Lines that were cut for the wire, put together again. */
export const unfolded = (file: string): string => file.replaceAll('\r\n ', '')

const plain = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one))

/** Reads the one file of a mail, which has this name. */
export function readCalendar({ attachments, raw }: Read, name: string): ReadCalendar {
  const file = fileIn(raw)
  const lines = unfolded(file).split('\r\n').slice(0, -1)
  const value = (property: string) => {
    const line = lines.findLast((one) => one.startsWith(`${property}:`) || one.startsWith(`${property};`))
    return line?.slice(property.length + 1)
  }
  const text = (property: string) => {
    const written = value(property)
    return written === undefined ? undefined : plain(written)
  }
  const [read] = attachments.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  )
  const faults = [
    ...labelFaults({ attachments, raw }, name),
    ...(read === file.replaceAll('\r\n', '\n') ? [] : [`read otherwise: ${read}`]),
    ...fileFaults(file, lines),
  ]
  return { lines, value, text, faults }
}

/** What mail programs are told of it: it is to be kept and not answered, so no method (docs/decisions/0055). */
function labelFaults({ attachments, raw }: Pick<Read, 'attachments' | 'raw'>, name: string): string[] {
  const charset = raw.match(/Content-Type: text\/calendar;\s+charset=([\w-]+)/)?.[1]
  const told = attachments.map(({ filename, mimeType, method }) =>
    [filename, mimeType, charset, method].join(' '),
  )
  return told.join() === `${name} text/calendar utf-8 ` ? [] : [`labelled: ${told}`]
}

function fileFaults(file: string, lines: readonly string[]): string[] {
  const pieces = file.split('\r\n')
  const named = (start: string) =>
    lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))
  const [open, closed] = [named('BEGIN:').toSorted().join(), named('END:').toSorted().join()]
  return [
    ...(pieces.at(-1) === '' ? [] : ['its last line does not end']),
    ...pieces.filter((line) => /[\r\n]/.test(line)).map((line) => `half a line break: ${line}`),
    ...pieces.filter((line) => Buffer.byteLength(line) > 75).map((line) => `over 75 octets: ${line}`),
    ...lines.filter((line) => !/^[A-Z-]+[:;]/.test(line)).map((line) => `no property: ${line}`),
    ...lines.filter((line) => line.startsWith('METHOD')).map((line) => `asks for an answer: ${line}`),
    ...(open === closed ? [] : [`${open} is not ${closed}`]),
  ]
}
