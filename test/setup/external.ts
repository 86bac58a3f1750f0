import { existsSync, readFileSync } from 'node:fs'
import { connect } from '#platform/db/connect'
import { initialize } from '#platform/db/postgres-cluster'
import { prepareHome } from '#platform/db/postgres-home'
import { runningServer, startServer, stopServer } from '#platform/db/postgres-server'
import { isRunning } from '../../src/platform/lock.mjs'
import { freePort } from './server.ts'

/** A PostgreSQL that nobody looks after: it goes and comes when the test says so, always at the same address. */
export interface External {
  url: string
  go: () => Promise<void>
  come: () => Promise<void>
}

/** Makes one in a folder, with an empty database `cairn`. It runs when this returns. */
export async function externalPostgres(folder: string): Promise<External> {
  const home = await prepareHome(folder)
  if (!existsSync(home.cluster)) initialize(home, true)
  const port = await freePort()
  const password = readFileSync(`${home.folder}/password`, 'utf8')
  const at = (database: string) => `postgres://cairn:${password}@127.0.0.1:${port}/${database}`
  const come = async () => {
    // Not in a hurry: what it acknowledged must be there after a kill.
    await startServer(home, { hurry: false, port })
  }
  const go = async () => {
    const server = runningServer(home.cluster)
    if (!server) return
    process.kill(server.pid, 'SIGKILL')
    while (isRunning(server.pid)) await new Promise(setImmediate)
    await stopServer(home.cluster)
  }
  await come()
  const pool = connect(at('postgres'), { max: 1, onError: () => undefined })
  await pool.query('create database cairn')
  await pool.end()
  return { url: at('cairn'), go, come }
}
