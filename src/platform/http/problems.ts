import type { Log } from '#platform/log'
import { Problem } from '#platform/problem'

const titles: Record<number, string> = {
  400: 'Not understood',
  401: 'Sign in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Wrong input',
  429: 'Too many tries',
  503: 'Not available',
}

/** A refusal as an RFC 9457 response. What is not a Problem is logged; its text never leaves the server. */
export function problemResponse(error: unknown, log?: Log, path?: string): Response {
  const problem = error instanceof Problem ? error : unexpected(error, log, path)
  const { status, code, message, extra } = problem
  const body = {
    type: `/api/problems#${code}`,
    title: titles[status] ?? 'Error',
    status,
    code,
    detail: message,
    ...extra,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 503 && { 'retry-after': '2' }),
      ...(typeof extra.retryAfter === 'number' && { 'retry-after': String(extra.retryAfter) }),
    },
  })
}

/** Codes with which PostgreSQL, or the way to it, says that it is away for now. */
const away = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

/** Whether an error says that the database cannot be reached now, so that trying again makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    away.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}

function unexpected(error: unknown, log?: Log, path?: string): Problem {
  if (isDatabaseAway(error)) {
    log?.warn('the database is away', { path, error })
    return new Problem(
      503,
      'server.database-away',
      'The database does not answer. Nothing was changed; try again.',
    )
  }
  const id = crypto.randomUUID()
  log?.error('request failed', { path, id, error })
  return new Problem(500, 'server.failed', 'Something went wrong on our side. It has been logged.', { id })
}
