import { stripVTControlCharacters } from 'node:util'

type Level = 'debug' | 'info' | 'warn' | 'error'
type Fields = Record<string, unknown>

/** Writes what an operator needs to know: a sentence, and the facts beside it. */
export type Log = Record<Level, (message: string, fields?: Fields) => void>

const order: readonly Level[] = ['debug', 'info', 'warn', 'error']
const secretName = /password|passwd|token|cookie|authorization|secret|api-?key/i
const urlPassword = /(\w+:\/\/[^\s:/@]*:)[^\s/@]+@/g
const credentials = /\b(Bearer|Basic) [\w.~+/=-]+/gi

const withoutSecrets = (text: string) =>
  text.replace(urlPassword, '$1[hidden]@').replace(credentials, '$1 [hidden]')

/** What a value looks like in a log: errors with their cause, secrets hidden, nothing that cannot be written. */
function plain(this: unknown, key: string, value: unknown): unknown {
  if (secretName.test(key) && value !== undefined) return '[hidden]'
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value === 'bigint') return String(value)
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause } = value
  return { name, message, ...('code' in value && { code: value.code }), stack, ...(cause ? { cause } : {}) }
}

function json(fields: Fields): string {
  try {
    return JSON.stringify(fields, plain)
  } catch (error) {
    // Something that refers to itself. What was to be said matters more than its details.
    return JSON.stringify({ ...fields, unwritable: String(error) }, (key, value) =>
      key && typeof value === 'object' ? String(value) : plain(key, value),
    )
  }
}

/** For a person at a terminal: the sentence, the facts, and an error's stack on lines of its own. */
function readable(level: Level, message: string, fields: Fields): string {
  const { error, ...others } = fields
  const facts = Object.keys(others).length > 0 ? ` ${json(others)}` : ''
  const first = `${level === 'info' ? '' : `${level}: `}${message}${facts}`
  const lines: string[] = [first]
  for (let cause = error; cause; cause = cause instanceof Error ? cause.cause : undefined)
    lines.push(`  ${cause instanceof Error ? (cause.stack ?? cause.message) : json({ error: cause })}`)
  return withoutSecrets(stripVTControlCharacters(lines.join('\n')))
}

/**
 * A log from `level` upwards. On a terminal lines are for reading, elsewhere each is one JSON object. Values under
 * names such as password or token, and passwords in URLs, are never written. It never throws.
 */
export function createLog(
  level: Level | 'silent',
  out: { isTTY?: boolean; write: (text: string) => unknown } = process.stderr,
): Log {
  const least = level === 'silent' ? order.length : order.indexOf(level)
  const write =
    (at: Level) =>
    (message: string, fields: Fields = {}) => {
      if (order.indexOf(at) < least) return
      const line = out.isTTY
        ? readable(at, message, fields)
        : json({ at: new Date().toISOString(), level: at, message, ...fields })
      out.write(`${line}\n`)
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
