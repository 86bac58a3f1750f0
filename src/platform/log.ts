type Level = 'debug' | 'info' | 'warn' | 'error'
type Fields = Record<string, unknown>

/** Writes what an operator needs to know: a sentence, and the facts beside it. */
export type Log = Record<Level, (message: string, fields?: Fields) => void>

const order: readonly Level[] = ['debug', 'info', 'warn', 'error']
const secret = /password|token|cookie|authorization|secret/i

function plain(key: string, value: unknown): unknown {
  if (secret.test(key)) return '[hidden]'
  if (!(value instanceof Error)) return value
  const { name, message, stack } = value
  const code = 'code' in value ? { code: value.code } : {}
  const cause = value.cause ? { cause: plain('', value.cause) } : {}
  return { name, message, ...code, stack, ...cause }
}

const withoutUrlPasswords = (text: string) => text.replace(/(\w+:\/\/[^\s:/@]+:)[^\s@]+@/g, '$1[hidden]@')

/** One line for a person at a terminal, or one JSON object for a log collector. */
function lineOf(level: Level, message: string, fields: Fields, readable: boolean): string {
  const entries = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(key, value)]))
  if (!readable) return JSON.stringify({ at: new Date().toISOString(), level, message, ...entries }, plain)
  const details = Object.keys(entries).length > 0 ? ` ${JSON.stringify(entries, plain)}` : ''
  return `${level === 'info' ? '' : `${level}: `}${message}${details}`
}

/**
 * A log from `level` upwards. On a terminal lines are for reading, elsewhere each is one JSON object. Values under
 * names such as password or token, and passwords in URLs, are never written.
 */
export function createLog(level: Level | 'silent', out: NodeJS.WriteStream = process.stderr): Log {
  const least = level === 'silent' ? order.length : order.indexOf(level)
  const write =
    (at: Level) =>
    (message: string, fields: Fields = {}) => {
      if (order.indexOf(at) < least) return
      out.write(`${withoutUrlPasswords(lineOf(at, message, fields, out.isTTY === true))}\n`)
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
