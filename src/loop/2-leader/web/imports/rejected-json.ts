import { encode } from '#platform/table/encode'
import type { Mapping } from '../../import.contract.ts'
import { ended, textOf, type Words, type Writer } from './rejected-line.ts'

/** Lines of JSON as they stand, with the reason as their last field; one that is no JSON stays as it is, without. */
export function jsonWriter({ encoding }: Mapping, { heading, reason }: Words): Writer {
  const name = JSON.stringify(heading)
  return {
    head: [],
    write: (line, rejection) => {
      if (rejection.reason === 'broken') return ended(line, encoding)
      const text = textOf(line, encoding)
      const end = text.slice(endAt(text, name))
      const rest = line.subarray(0, line.length - encode(end, encoding).length)
      const isEmpty = text.slice(0, -end.length).trimEnd().endsWith('{')
      const field = `${isEmpty ? '' : ','}${name}:${JSON.stringify(reason(rejection))}}\n`
      return [rest, encode(field, encoding)]
    },
  }
}

/** Where the object of a line ends, or where a reason that an earlier file gave begins. */
function endAt(text: string, name: string): number {
  const close = text.lastIndexOf('}')
  const known = text.lastIndexOf(name)
  const isLast = known > 0 && /^\s*:\s*"(?:[^"\\]|\\.)*"\s*\}\s*$/.test(text.slice(known + name.length))
  if (!isLast) return close
  const before = text.slice(0, known).trimEnd()
  return before.endsWith(',') ? before.length - 1 : before.length
}
