import { isDatabaseAway } from '#platform/db/outage'
import type { Log } from '#platform/log'
import { type InputFault, Problem } from '#platform/problem'
import { safety } from './safety.ts'
import type { Say } from './speech.ts'

/** Statuses whose short name is a message. Any other one is our own failure. */
const named = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503]

/**
 * A refusal as an RFC 9457 response, in the words of `say`. What is not a Problem is logged; its text never leaves the
 * server.
 */
export function problemResponse(error: unknown, say: Say, log?: Log, path?: string): Response {
  const problem = error instanceof Problem ? error : unexpected(error, log, path)
  const { status, code, extra, cause } = problem
  if (cause) log?.error('a request was refused for what somebody has to mend', { path, code, error: cause })
  const faults = (extra.faults as InputFault[] | undefined)?.map(({ values, ...fault }) => ({
    ...fault,
    detail: say(`problem.${fault.code}`, values),
  }))
  const body = {
    type: `/api/problems#${code}`,
    title: say(`problem.title.${named.includes(status) ? status : 500}`),
    status,
    code,
    detail: say(`problem.${code}`, gapsOf(extra)),
    ...extra,
    ...(faults && { faults }),
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

/** What of a problem can stand in a sentence. */
const gapsOf = (extra: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(extra).filter(
      (gap): gap is [string, string | number] => typeof gap[1] === 'string' || typeof gap[1] === 'number',
    ),
  )

/** Whether an error says that there is no room left: of PostgreSQL, or of the file system. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(53100|ENOSPC|EDQUOT)$/.test(String(error.code))

function unexpected(error: unknown, log?: Log, path?: string): Problem {
  if (isDatabaseAway(error)) {
    log?.warn('the database is away', { path, error })
    return new Problem(503, 'server.database-away')
  }
  if (isDiskFull(error)) {
    log?.error('there is no room left on the disk', { path, error })
    return new Problem(503, 'server.disk-full')
  }
  const id = crypto.randomUUID()
  log?.error('request failed', { path, id, error })
  return new Problem(500, 'server.failed', { id })
}
