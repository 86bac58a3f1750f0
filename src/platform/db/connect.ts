import pg from 'pg'
import { letDatabaseGiveWay } from '#platform/low-priority'

const timestamptz = 1184
const bigint = 20
const numeric = 1700
const parsers = new Map<number, (text: string) => unknown>([
  [timestamptz, isoTime],
  [bigint, Number],
  [numeric, Number],
])

/** `2026-11-24 04:54:59.016+00`, as a server that speaks UTC and ISO writes it, to `2026-11-24T04:54:59.016Z`. */
function isoTime(text: string): string {
  if (text.length > 29 || text[10] !== ' ' || !text.endsWith('+00')) return new Date(text).toISOString()
  const thousandths = text[19] === '.' ? text.slice(20, -3).padEnd(3, '0').slice(0, 3) : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${thousandths}Z`
}

/** Times come as ISO strings and big integers as numbers, so that a row is ready to be sent. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export interface ConnectOptions {
  max?: number
  /** Called when an idle connection breaks; the pool has already dropped it and will open another. */
  onError: (error: Error) => void
  /** Called when a connection was opened. */
  onConnect?: () => void
  /** Whether what these connections ask gives way to what others ask: no request waits for it. */
  givesWay?: boolean
}

/** How long an attempt to connect may take, in milliseconds. */
export const longestAttempt = 10_000

/** A pool of connections to `url`. */
export function connect(url: string, options: ConnectOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    connectionTimeoutMillis: longestAttempt,
    idleTimeoutMillis: 60_000,
    // Every statement is prepared and starts from the organization's keys: planning it anew each time would cost
    // more than running it.
    options: '-c timezone=UTC -c datestyle=ISO -c plan_cache_mode=force_generic_plan -c jit=off',
  })
  // What a server still says while we hang up is no news.
  const report = (error: Error) => pool.ending || options.onError(error)
  pool.on('error', report)
  pool.on('connect', (client) => {
    client.on('error', report)
    if (options.givesWay) letDatabaseGiveWay(client)
    options.onConnect?.()
  })
  return pool
}
