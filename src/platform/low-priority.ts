import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import type pg from 'pg'

const low = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Has the thread that calls give way to all others. On Linux alone: there a priority is a thread's own, elsewhere it is
 * the whole process's.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(low)
}

/**
 * Has the database's process behind a connection give way too, where it runs beside us and we may say so: the title of
 * that process tells the port we came from. Anywhere else nothing is done.
 */
export async function letDatabaseGiveWay(client: pg.Client): Promise<void> {
  if (process.platform !== 'linux') return
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid ?? 0
  const { stream } = (client as unknown as { connection: { stream: { localPort?: number } } }).connection
  if (!isBehind(pid, stream.localPort)) return
  try {
    setPriority(pid, low)
  } catch (error) {
    // It belongs to another account.
    if (!['EACCES', 'EPERM', 'ESRCH'].includes(codeOf(error))) throw error
  }
}

function isBehind(pid: number, port: number | undefined): boolean {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return title.startsWith('postgres') && title.includes(`(${port})`)
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ESRCH'].includes(codeOf(error))) return false
    throw error
  }
}

/** A refused system call says why within; a missing file at once. */
const codeOf = (error: unknown): string => {
  const { code = '', info } = error as { code?: string; info?: { code?: string } }
  return info?.code ?? code
}
