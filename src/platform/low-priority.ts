import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import type pg from 'pg'

/** Of a thread: it has what it needs to itself. */
const lowest = constants.priority.PRIORITY_LOW
/** Of the database's processes: others may wait for what they hold, so that they get on. */
const lower = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Has the thread that calls give way to all others. On Linux alone: there a priority is a thread's own, elsewhere it is
 * the whole process's.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(lowest)
}

/**
 * Has the database's process behind a connection give way too, where it runs beside us and we may say so: the title of
 * that process tells the port we came from. Anywhere else, and where the system refuses, nothing is done.
 */
export function letDatabaseGiveWay(client: pg.Client): void {
  if (process.platform !== 'linux') return
  // The driver does not declare what it knows of its connection.
  const { processID, connection } = client as unknown as {
    processID: number | null
    connection: { stream: { localPort?: number } }
  }
  if (!processID || !isBehind(processID, connection.stream.localPort)) return
  try {
    setPriority(processID, lower)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

function isBehind(pid: number, port: number | undefined): boolean {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return title.startsWith('postgres') && title.includes(`(${port})`)
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/** Whether the system refused: it belongs to another account, is gone, or may not be looked at. It says so by a code. */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'code' in error
