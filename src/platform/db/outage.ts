import type { Log } from '#platform/log'
import { longestAttempt } from './connect.ts'

/** Codes with which PostgreSQL says that it is away for now: no connection, a shutdown, a crash, a start. */
const saidByServer = /^(08...|57P0[1-5]|53300)$/
/** Codes with which the system says that the way to it is cut. */
const saidBySystem =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/
/** What the driver says of a connection that broke under it. It has no codes. */
const saidByDriver =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect|terminating connection )/

/** Whether an error says that the database cannot be reached now, so that trying again makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // A socket that is not there; a file that is not there is something else.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return saidByServer.test(code) || saidBySystem.test(code) || saidByDriver.test(error.message)
}

/** A log in which an outage of the database is two lines, however many connections, requests and jobs meet it. */
export interface OutageLog {
  log: Log
  /** To be called whenever a connection to the database was opened. */
  connected: () => void
}

/** An attempt to connect that began in an outage, or a connection from before it, may still fail so long after it. */
const echoes = longestAttempt

/** Passes everything on to `log`, except that what says “the database is away” is said once, until it is back. */
export function sayOutagesOnce(log: Log, now: () => number = Date.now): OutageLog {
  let since: number | null = null
  let backAt = Number.NEGATIVE_INFINITY
  const unlessAway =
    (write: Log['warn']): Log['warn'] =>
    (message, fields = {}) => {
      if (!isDatabaseAway(fields.error)) return write(message, fields)
      if (since !== null || now() - backAt < echoes) return
      since = now()
      log.error('The database does not answer: requests get 503 and jobs wait until it is back.', fields)
    }
  return {
    log: { ...log, warn: unlessAway(log.warn), error: unlessAway(log.error) },
    connected: () => {
      if (since === null) return
      log.warn('The database is back.', { seconds: Math.round((now() - since) / 1000) })
      since = null
      backAt = now()
    },
  }
}
