// What remains to be done for a process that was killed: the watchdog of postgres-holders.ts runs this.
import { existsSync } from 'node:fs'
import { stopUnlessHeld, withPostgresLock } from './postgres-holders.ts'

const [folder, cluster] = process.argv.slice(2)
if (folder && cluster && existsSync(folder)) {
  await withPostgresLock(folder, () => stopUnlessHeld(folder, cluster))
}
