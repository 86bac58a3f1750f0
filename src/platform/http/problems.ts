import { isDatabaseAway } from '#platform/db/outage'
import type { Log } from '#platform/log'
import { Problem } from '#platform/problem'
import { safety } from './safety.ts'

const titles: Record<number, string> = {
  400: 'Not understood',
  401: 'Sign in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not asked like this',
  409: 'Conflict',
  410: 'Gone',
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
      ...safety,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 503 && { 'retry-after': '2' }),
      ...(typeof extra.retryAfter === 'number' && { 'retry-after': String(extra.retryAfter) }),
    },
  })
}

/** Whether an error says that there is no room left: of PostgreSQL, or of the file system. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(53100|ENOSPC|EDQUOT)$/.test(String(error.code))

function unexpected(error: unknown, log?: Log, path?: string): Problem {
  if (isDatabaseAway(error)) {
    log?.warn('the database is away', { path, error })
    return new Problem(
      503,
      'server.database-away',
      'The database does not answer at this moment. Try again in a while.',
    )
  }
  if (isDiskFull(error)) {
    log?.error('there is no room left on the disk', { path, error })
    return new Problem(
      503,
      'server.disk-full',
      'There is no room left on the server. Nothing was changed; try again when its administrator has freed some.',
    )
  }
  const id = crypto.randomUUID()
  log?.error('request failed', { path, id, error })
  return new Problem(500, 'server.failed', 'Something went wrong on our side. It has been logged.', { id })
}
