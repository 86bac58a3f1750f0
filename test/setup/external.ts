import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { connect } from '#platform/db/connect'
import { initialize } from '#platform/db/postgres-cluster'
import { hold } from '#platform/db/postgres-holders'
import { prepareHome } from '#platform/db/postgres-home'
import { runningServer, startServer, stopServer } from '#platform/db/postgres-server'
import { isRunning } from '../../src/platform/lock.mjs'
import { freePort } from './server.ts'

/** A PostgreSQL that nobody looks after: it goes and comes when the test says so, always at the same address. */
export interface External {
  url: string
  go: () => Promise<void>
  come: () => Promise<void>
  /** While it is gone: lets nobody in, and waits until so many have tried to come in. */
  refuse: (tries: number) => Promise<void>
}

/** Makes one in a folder, with an empty database `cairn`. It runs when this returns. */
export async function externalPostgres(folder: string): Promise<External> {
  const home = await prepareHome(folder)
  if (!existsSync(home.cluster)) initialize(home, true)
  // Should the tests be ended from outside, it ends too.
  hold(home.folder, home.cluster)
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
  return { url: at('cairn'), go, come, refuse: (tries) => refuseAt(port, tries) }
}

/** Listens at a port, ends every connection, and stops after so many. */
async function refuseAt(port: number, tries: number): Promise<void> {
  const enough = Promise.withResolvers<void>()
  let refused = 0
  const door = createServer((socket) => {
    // Whoever comes may be gone already.
    socket.on('error', () => undefined).destroy()
    refused += 1
    if (refused === tries) enough.resolve()
  })
  await once(door.listen(port, '127.0.0.1'), 'listening')
  await enough.promise
  await once(door.close(), 'close')
}
