import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { SignalImport } from '#leader/import.contract.ts'
import * as imports from '#leader/import.contract.ts'
import { computeRadar, getRadar } from '#leader/radar.contract.ts'
import { addressOf } from '#platform/http/call'
import { giveKudos } from '#recognition/contract.ts'
import { switchOn } from './purpose.ts'
import { companyIn, ownerPoolAt, playerOn, type Wire } from './setup/company.ts'
import { openServer } from './setup/killed.ts'

/** A server is killed while it counts who helps, and while it takes a part of a file: at a place where it is made to wait. */
const { server, databaseUrl, restart } = openServer()
const wire: Wire = { url: () => server().url, outcomes: new Map() }

/** Begins something, and kills the server once it is held up by what a statement holds. */
async function killedWhile(statement: string, begin: () => unknown) {
  const pool = ownerPoolAt(databaseUrl())
  const owner = await pool.connect()
  const gone = once(owner, 'error')
  await owner.query('begin')
  await owner.query(statement)
  begin()
  const waiting = async () => (await owner.query('select from pg_locks where not granted')).rowCount
  await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThan(0)
  // The database goes with the server, and what is held with it.
  await restart()
  await gone
  owner.release(true)
  await pool.end()
}

/** How many rows a question finds. */
async function countRows(question: string): Promise<number | null> {
  const pool = ownerPoolAt(databaseUrl())
  try {
    return (await pool.query(question)).rowCount
  } finally {
    await pool.end()
  }
}

/** Six thank Tomas for something, and it is counted. */
async function counted() {
  const { org, admin, cast } = await companyIn(databaseUrl(), 0, ['Mei', 'Ola', 'Sam', 'Eva', 'Ben'])
  const ada = playerOn(wire, admin)
  const thank = (from: (typeof cast)['needs']) =>
    playerOn(wire, from).does(giveKudos, {
      body: { toIds: [cast.writes.id], reason: 'For the torque gauge' },
    })
  for (const one of [cast.needs, ...cast.learn]) await thank(one)
  const signals = async () => (await ada.does(getRadar)).computed?.signals
  const count = () => ada.does(computeRadar)
  const reached = (number: number) =>
    expect
      .poll(async () => (await signals()) === number || void (await count()), {
        timeout: 60_000,
        interval: 500,
      })
      .toBe(true)
  await reached(6)
  return { org, admin, ada, thank, cast, count, reached }
}

test.each([
  ['reading what was done', () => 'lock table signals in access exclusive mode'],
  [
    'writing what it found',
    (org: string) => `select pg_advisory_xact_lock(hashtextextended('absences ${org}', 0))`,
  ],
])('a count killed while %s leaves what was known, and is done again by itself', async (_, hold) => {
  const { org, ada, cast, count, reached, thank } = await counted()
  await thank(cast.reviews)
  await expect.poll(() => countRows('select from signals')).toBe(7)
  await killedWhile(hold(org), count)
  // Until it is done again what was known stands, and then all of the new.
  const [shown] = (await ada.does(getRadar)).items
  expect([6, 7]).toContain(shown?.acts)
  await reached(7)
  const { items } = await ada.does(getRadar)
  expect(items).toMatchObject([{ member: { id: cast.writes.id }, people: 7, acts: 7 }])
})

test('a file of which a part is being taken when the server is killed goes on from there, each line once', async () => {
  const { admin, ada, cast } = await counted()
  await switchOn(ada, 'imports')
  const today = new Date().toISOString()
  const lines = [...cast.learn, { email: 'nobody@cairn.test' }].map(
    ({ email }) => `${today},${email},${cast.writes.email}\n`,
  )
  const bytes = new TextEncoder().encode(`at,helped,helper\n${lines.join('')}`)
  const mapping = { format: 'csv', helper: 'helper', helped: 'helped', at: 'at' } as const
  const { id } = await ada.does(imports.startImport, {
    body: { source: 'Forum', size: bytes.length, mapping },
  })
  const send = (offset: number, end = bytes.length) =>
    fetch(`${server().url}${addressOf(imports.takeImportPart, { params: { importId: id, offset } })}`, {
      method: 'PUT',
      headers: { cookie: admin.cookie, 'idempotency-key': crypto.randomUUID() },
      body: bytes.subarray(offset, end),
    })
  const begun = await send(0, 150)
  expect([begun.status, begun.ok ? '' : await begun.text()]).toEqual([200, ''])
  const first = (await begun.json()) as SignalImport
  expect(first.taken).toBeGreaterThan(0)
  // What is not taken is stored after what is: the part is half-way when it waits.
  const sent = Promise.withResolvers<string>()
  const begin = () =>
    send(first.taken).then(
      ({ status }) => sent.resolve(`${status}`),
      () => sent.resolve('cut off'),
    )
  await killedWhile('lock table signal_rejections in access exclusive mode', begin)
  expect(await sent.promise).toBe('cut off')
  const known = (await ada.does(imports.listImports)).items.find((one) => one.id === id)
  expect(known).toEqual(first)
  const done = (await (await send(first.taken)).json()) as SignalImport
  expect(done).toMatchObject({ kept: 5, rejected: 1, lines: 7 })
  expect(await countRows(`select from signals where source = 'Forum'`)).toBe(5)
})
