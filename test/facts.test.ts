import { expect, test } from 'vitest'
import { reactionsByType, reactTask } from '#app/react.ts'
import * as feed from '#feed/contract.ts'
import * as needs from '#need/contract.ts'
import { workUntilIdle } from '#platform/jobs'
import { createLog } from '#platform/log'
import { enqueue, newIdIn, nobody, type Scope, tell } from '#platform/scope'
import { inScope } from '#platform/unit'
import { type Reaction, reaction, record } from '#record'
import type { Organization } from './organization.ts'
import { openWorld } from './world.ts'

/** Facts, jobs and hints leave with the commit or not at all; reactions run once, whatever happens on the way. */
const world = openWorld()

const one = async (text: string, values: unknown[]) => (await world.owner.query(text, values)).rows[0]
const jobsWith = async (text: string): Promise<number> =>
  (
    await one('select count(*)::int as n from graphile_worker._private_jobs where payload::text like $1', [
      `%${text}%`,
    ])
  ).n
const makeDue = () =>
  world.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')

const rowsOf = async (
  org: Organization,
  table: 'facts' | 'deliveries' | 'feed_entries',
  where = 'true',
): Promise<number> => {
  const [row] = await world.stored<{ n: number }>(
    org.id,
    `select count(*)::int as n from ${table} where ${where}`,
  )
  return row?.n ?? 0
}

/** What a verb may leave behind: a fact, a job, a hint. */
async function leaveTraces(scope: Scope, word: string): Promise<void> {
  await record(scope, 'need.closed', { needId: newIdIn(scope) })
  enqueue(scope, { task: 'mail', payload: { to: 'mei@northwind.example', subject: word, text: '' } })
  tell(scope, { topics: [word] })
}

/** Listens to all hints of an organization as one of its members; a sentinel tells that all before it was heard. */
async function listening(org: Organization) {
  const heard: string[] = []
  const listener = {
    org: org.id,
    member: nobody.id,
    session: null,
    send: ({ topics }: { topics: string[] }) => heard.push(...topics),
    end: () => undefined,
  }
  const leave = world.cairn.runtime.install.live.subscribe(listener)
  const catchUp = async () => {
    const sentinel = crypto.randomUUID()
    await expect
      .poll(async () => {
        await org.as(async (scope) => tell(scope, { topics: [sentinel] }))
        return heard.includes(sentinel)
      })
      .toBe(true)
  }
  await catchUp()
  return { heard, catchUp, leave }
}

test('facts, jobs and hints leave with the commit', async () => {
  const org = await world.organization()
  const { heard, catchUp, leave } = await listening(org)
  await org.as((scope) => leaveTraces(scope, 'kept-word'))
  await catchUp()
  leave()
  expect(await rowsOf(org, 'facts', `type = 'need.closed'`)).toBe(1)
  expect(await jobsWith('kept-word')).toBe(1)
  expect(heard).toContain('kept-word')
  await world.settle()
})

test('a verb that fails after it recorded, enqueued and told leaves nothing of it', async () => {
  const org = await world.organization()
  const { heard, catchUp, leave } = await listening(org)
  const waiting = await jobsWith(org.id)
  const failing = org.as(async (scope) => {
    await leaveTraces(scope, 'lost-word')
    throw new Error('the verb failed at its end')
  })
  await expect(failing).rejects.toThrow('at its end')
  await catchUp()
  leave()
  expect(await rowsOf(org, 'facts', `type = 'need.closed'`)).toBe(0)
  expect(await jobsWith('lost-word')).toBe(0)
  expect(await jobsWith(org.id)).toBe(waiting)
  expect(heard).not.toContain('lost-word')
})

test('a hint to more people than a notification can name reaches each of them', async () => {
  const org = await world.organization()
  const { heard, catchUp, leave } = await listening(org)
  const many = Array.from({ length: 1000 }, () => crypto.randomUUID())
  await org.as(async (scope) => tell(scope, { topics: ['to-the-last'], to: [...many, nobody.id] }))
  await org.as(async (scope) => tell(scope, { topics: ['to-others'], to: many }))
  await catchUp()
  leave()
  expect(heard).toContain('to-the-last')
  expect(heard).not.toContain('to-others')
})

test('reactions whose jobs run again, because nobody heard that they were done, do nothing the second time', async () => {
  const org = await world.organization()
  const [mei, ines] = [await org.person('Mei Tanaka'), await org.person('Ines Duarte')]
  await mei.does(needs.raiseNeed, { body: { title: 'Zero it', details: '', groupId: org.root } })
  const { rows } = await world.owner.query(
    `select payload from graphile_worker._private_jobs where payload->>'org' = $1`,
    [org.id],
  )
  expect(rows.length).toBeGreaterThan(2)
  await world.settle()
  const before = await rowsOf(org, 'deliveries')
  for (const { payload } of [...rows, ...rows])
    await world.owner.query(`select graphile_worker.add_job('react', $1::json)`, [payload])
  await world.settle()
  expect(await jobsWith(org.id)).toBe(0)
  expect(await rowsOf(org, 'deliveries')).toBe(before)
  expect(await rowsOf(org, 'feed_entries')).toBe(1)
  expect((await ines.does(feed.getFeed)).items).toHaveLength(1)
})

/** The product's own machinery with other reactions. */
function machineWith(reactions: readonly Reaction[]) {
  const { runtime } = world.cairn
  const install = { ...runtime.install, reactionsTo: reactionsByType(reactions) }
  const said: Record<string, unknown>[] = []
  const log = createLog('warn', { write: (text) => said.push(JSON.parse(text)) })
  const tasks = { react: reactTask({ ...runtime, install }, reactions, world.now) }
  const happens = (org: string) =>
    inScope(
      { ...runtime, install },
      { org, readOnly: false, now: world.now() },
      () => nobody,
      (scope) => record(scope, 'need.closed', { needId: newIdIn(scope) }),
    )
  return { said, happens, work: () => workUntilIdle(world.owner, tasks, log) }
}

test('a reaction that fails leaves nothing, is logged by its name, and is tried again while others go on', async () => {
  const org = await world.organization()
  await world.settle()
  let broken = true
  let steady = 0
  const trace = (scope: Scope) => record(scope, 'need.reopened', { needId: newIdIn(scope) })
  const machine = machineWith([
    reaction('need.closed', 'test.flaky', async (scope) => {
      await trace(scope)
      if (broken) throw new Error('the flaky one failed')
    }),
    reaction('need.closed', 'test.steady', async () => {
      steady += 1
    }),
  ])
  const fact = await machine.happens(org.id)
  await machine.work()
  expect(steady).toBe(1)
  expect(await rowsOf(org, 'facts', `type = 'need.reopened'`)).toBe(0)
  expect(machine.said.filter((line) => line.reaction === 'test.flaky')).toMatchObject([
    {
      level: 'warn',
      message: 'a job failed and is tried again later',
      task: 'react',
      reaction: 'test.flaky',
      fact,
      attempt: 1,
      error: { message: 'the flaky one failed' },
    },
  ])

  await machine.happens(org.id)
  await machine.work()
  expect(steady).toBe(2)

  broken = false
  await makeDue()
  await machine.work()
  expect(await rowsOf(org, 'facts', `type = 'need.reopened'`)).toBe(2)
  expect(await rowsOf(org, 'deliveries', `reaction = 'test.flaky'`)).toBe(2)
  expect(steady).toBe(2)
})

test('a reaction that fails at every try is said to have failed for the last time, and stays to be looked at', async () => {
  const org = await world.organization()
  await world.settle()
  const machine = machineWith([
    reaction('need.closed', 'test.hopeless', () => Promise.reject(new Error('never'))),
  ])
  await machine.happens(org.id)
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await makeDue()
    await machine.work()
  }
  const ofIt = machine.said.filter((line) => line.reaction === 'test.hopeless')
  expect(ofIt.map(({ message }) => message)).toEqual([
    ...Array.from({ length: 11 }, () => 'a job failed and is tried again later'),
    'a job failed for the last time',
  ])
  expect(await jobsWith('test.hopeless')).toBe(1)
  await world.owner.query(
    `delete from graphile_worker._private_jobs where payload::text like '%test.hopeless%'`,
  )
})

test('the jobs of a process that is gone are taken over, those of one that lives are not', async () => {
  await world.settle()
  const [gone, alive] = [await world.organization('Gone'), await world.organization('Alive')]
  const lock = (org: string, by: string, at: string) =>
    world.owner.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() + $2::interval
       where payload->>'org' = $3`,
      [by, at, org],
    )
  for (const org of [gone, alive])
    await (await org.admin()).does(needs.raiseNeed, {
      body: { title: 'Zero it', details: '', groupId: org.root },
    })
  await lock(gone.id, 'pool-of-the-dead', '-11 seconds')
  await lock(alive.id, 'pool-of-the-living', '1 minute')
  const waiting = await jobsWith(alive.id)
  const worker = await world.cairn.startWorking()
  try {
    await expect.poll(() => jobsWith(gone.id)).toBe(0)
  } finally {
    await worker.stop()
  }
  expect(await jobsWith(alive.id)).toBe(waiting)
  expect(waiting).toBeGreaterThan(0)
  expect(await rowsOf(gone, 'feed_entries')).toBe(1)
})
