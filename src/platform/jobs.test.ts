import type { Socket } from 'node:net'
import type pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { connect } from '#platform/db/connect'
import { startWorker, type Task } from '#platform/jobs'
import { createLog } from '#platform/log'
import { openWorld } from '../../test/world.ts'

/** The work on jobs, when the connection breaks under single statements of the queue. */
const world = openWorld()
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0)) await step()
})

type Connection = pg.PoolClient & { connection: { stream: Socket } }

/** Breaks the connections of the first `count` statements that match, all at once when the last of them is there. */
function breaking(statement: RegExp, count: number) {
  const meant: Connection[] = []
  const first = Promise.withResolvers<void>()
  const broken = Promise.withResolvers<void>()
  const meet = (client: Connection) => {
    meant.push(client)
    // Until the last one is there this one waits for an answer that it cannot hear.
    client.connection.stream.pause()
    first.resolve()
    if (meant.length < count) return
    for (const { connection } of meant) connection.stream.destroy()
    broken.resolve()
  }
  const watch = (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    const watched = (...asked: unknown[]) => {
      const { text = String(asked[0]) } = asked[0] as { text?: string }
      if (statement.test(text) && meant.length < count) meet(client as Connection)
      return query(...asked)
    }
    Object.assign(client, { query: watched })
  }
  return { watch, first: first.promise, broken: broken.promise }
}

/** Starts a worker on watched connections, and gives what it says. */
async function workOn(
  watch: (client: pg.PoolClient) => void,
  tasks: Record<string, Task>,
): Promise<string[]> {
  const said: string[] = []
  const log = createLog('warn', { write: (text) => said.push(text) })
  const pool = connect(world.owner.options.connectionString ?? '', { onError: () => undefined })
  pool.on('connect', watch)
  const worker = await startWorker({ ownerPool: pool, tasks, concurrency: 2, log })
  undo.push(worker.stop, () => pool.end())
  return said
}

const add = (task: string) => world.owner.query('select graphile_worker.add_job($1, $2::json)', [task, '{}'])

test('jobs are worked on though the connection broke when the runner first looked at what there is to do', async () => {
  const { watch, broken } = breaking(/insert into .*_private_tasks/, 1)
  const ran: string[] = []
  await workOn(watch, { greet: async () => void ran.push('greet') })
  await broken
  await add('greet')
  await expect.poll(() => ran).toEqual(['greet'])
})

test('jobs are worked on though the connections broke on which two of them were to be noted as done', async () => {
  const { watch, first, broken } = breaking(/delete from .*_private_jobs/, 2)
  const ran: string[] = []
  const said = await workOn(watch, {
    one: async () => void ran.push('one'),
    two: () => first.then(() => void ran.push('two')),
    three: async () => void ran.push('three'),
  })
  await add('one')
  await add('two')
  await broken
  const failures = () => said.filter((line) => line.includes('Failed to complete jobs'))
  await expect.poll(failures).toHaveLength(2)
  expect(ran).toEqual(['one', 'two'])
  await add('three')
  await expect.poll(() => ran).toContain('three')
})
