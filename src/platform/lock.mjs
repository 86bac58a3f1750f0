// One at a time across processes. Plain JavaScript, because bin/cairn.mjs needs it on whatever Node.js a machine has.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** When a process started (in ticks since boot), or '' when it is over or a zombie, or '0' when nobody says. */
function startOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return ''
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : fields[19]
  } catch {
    // Not Linux, or a /proc that hides other people's processes: the number alone has to do.
    return '0'
  }
}

/** Whether a process with this number runs. */
export const isRunning = (pid) => startOf(pid) !== ''

/** A process's number and start: unlike the number alone it is never given to another one. */
export const processName = (pid = process.pid) => `${pid}-${startOf(pid)}`

/** Whether the process with this name (or a name that begins so) still runs. */
export function isAlive(name) {
  const [pid, start] = name.split('-')
  const found = startOf(Number(pid))
  return found !== '' && (found === '0' || start === '0' || found === start)
}

let taken = 0

/**
 * Runs `work` while no other process, and no other call in this one, runs work under the same folder.
 *
 * Lamport's bakery with files: take a number above all others, wait until everyone with a lower one is done. Nobody
 * ever removes a living process's ticket, so a lock left by a killed process cannot be taken over twice. The ticket
 * reads 0 while its number is being chosen, which makes the others wait. Throws after `patience` milliseconds.
 */
export async function withLock(folder, work, patience = 120_000) {
  mkdirSync(folder, { recursive: true })
  taken += 1
  const me = `${processName()}-${taken}`
  const choosing = join(folder, `0.${me}`)
  let mine = choosing
  try {
    writeFileSync(choosing, '')
    const number = Math.max(...tickets(folder).map((ticket) => ticket.number)) + 1
    mine = join(folder, `${number}.${me}`)
    renameSync(choosing, mine)
    const giveUp = Date.now() + patience
    // A folder read while a ticket is renamed may miss it, but not twice in a row.
    for (let clear = 0; clear < 2; ) {
      const before = tickets(folder).find((other) => isBefore(other, { number, name: me }))
      clear = before ? 0 : clear + 1
      if (!before) continue
      if (Date.now() > giveUp)
        throw new Error(`Process ${before.name.split('-')[0]} has kept ${folder} locked.`)
      await pause(25)
    }
    return await work()
  } finally {
    rmSync(mine, { force: true })
  }
}

const isBefore = (one, other) =>
  one.name !== other.name &&
  (one.number < other.number || (one.number === other.number && one.name < other.name))

/** The tickets of living processes; those of dead ones are thrown away. */
function tickets(folder) {
  return readdirSync(folder).flatMap((file) => {
    const dot = file.indexOf('.')
    const name = file.slice(dot + 1)
    if (isAlive(name)) return [{ number: Number(file.slice(0, dot)), name }]
    rmSync(join(folder, file), { force: true })
    return []
  })
}
