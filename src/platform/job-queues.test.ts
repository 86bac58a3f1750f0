import { afterEach, expect, test } from 'vitest'
import { startWorker, type Task, workUntilIdle } from '#platform/jobs'
import { createLog } from '#platform/log'
import { openWorld } from '../../test/world.ts'

/** Jobs of a queue: one after the other, and no obstacle to those of none. */
const world = openWorld()
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0)) await step()
})

async function work(tasks: Record<string, Task>): Promise<void> {
  const log = createLog('error')
  const worker = await startWorker({ ownerPool: world.owner, tasks, concurrency: 2, log })
  undo.push(worker.stop)
}

const add = (task: string, queue?: string) =>
  world.owner.query('select enqueue($1::jsonb)', [JSON.stringify([{ task, payload: {}, queue }])])

test('jobs of a queue are done one after the other, and others have their turn beside them', async () => {
  const ran: string[] = []
  const mayEnd = Promise.withResolvers<void>()
  undo.push(async () => mayEnd.resolve())
  const long = async () => {
    ran.push('long begins')
    await mayEnd.promise
    ran.push('long ends')
  }
  await add('long', 'one by one')
  await add('next', 'one by one')
  await add('other')
  await work({ long, next: async () => void ran.push('next'), other: async () => void ran.push('other') })
  // Which of the two begins first is nobody's promise: each is done by a worker of its own.
  await expect.poll(() => ran.toSorted()).toEqual(['long begins', 'other'])
  mayEnd.resolve()
  await expect.poll(() => ran.slice(2)).toEqual(['long ends', 'next'])
})

test('the queue of a process that was killed is taken over with its job', async () => {
  const ran: string[] = []
  await add('kept', 'of the killed')
  for (const held of ['_private_jobs', '_private_job_queues'])
    await world.owner.query(`update graphile_worker.${held} set locked_by = 'gone', locked_at = now()`)
  await work({ kept: async () => void ran.push('kept') })
  await expect.poll(() => ran).toEqual(['kept'])
})

test('nothing is idle before the last of a queue is done', async () => {
  const ran: number[] = []
  for (let n = 0; n < 20; n++) await add(`part ${n}`, 'one by one')
  const tasks = Array.from({ length: 20 }, (_, n) => [`part ${n}`, async () => void ran.push(n)] as const)
  await workUntilIdle(world.owner, Object.fromEntries(tasks), createLog('error'))
  expect(ran).toEqual(Array.from({ length: 20 }, (_, n) => n))
})
