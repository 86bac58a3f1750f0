import type { z } from 'zod'
import type { InputFault } from '#platform/problem'

type Values = Record<string, string | number>

/** A key as it stands in a JSON pointer. */
export const escaped = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

/** What a schema found wrong in a part of the request, as faults whose messages say it in words. */
export function faultsOf(part: InputFault['part'], issue: z.core.$ZodIssue): InputFault[] {
  const pointer = issue.path.map((key) => `/${escaped(key)}`).join('')
  if (issue.code !== 'unrecognized_keys') return [{ part, pointer, ...meaningOf(issue) }]
  return issue.keys.map((key) => ({ part, pointer: `${pointer}/${escaped(key)}`, code: 'unknown-field' }))
}

/** The code of an issue's message, and what fills it. A schema's own check names its code as `params.code`. */
export function meaningOf(issue: z.core.$ZodIssue): { code: string; values?: Values } {
  switch (issue.code) {
    case 'invalid_type':
      return isNothing(issue.input)
        ? { code: 'missing' }
        : { code: issue.code, values: { expected: issue.expected } }
    case 'too_small':
      return { code: issue.code, values: { of: kindOf(issue.origin), limit: Number(issue.minimum) } }
    case 'too_big':
      return { code: issue.code, values: { of: kindOf(issue.origin), limit: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: issue.code, values: { format: issue.format } }
    case 'invalid_value':
      return { code: issue.code, values: { values: issue.values.map(String).join(', ') } }
    case 'custom': {
      const { code, ...values } = issue.params as { code: string } & Values
      return { code, values }
    }
    default:
      return { code: issue.code }
  }
}

const isNothing = (input: unknown) => input === undefined || input === null

/** Texts are counted in characters, lists in entries; everything else is a number. */
const kindOf = (origin: string) => (origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'number')

/** What goes with a schema's own check: the code of its message. */
export const says = (code: string, values: Values = {}) => ({ params: { code, ...values } })
