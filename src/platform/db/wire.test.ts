import type pg from 'pg'
import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import { reading } from './reading.ts'
import { ask, type Statement } from './wire.ts'

const world = openWorld()
const statement = (text: string, ...values: unknown[]): Statement => ({ text, values })

async function onOneConnection(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await world.owner.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

test('what is asked together is answered each with its own rows, named and typed, also when it is asked again', () =>
  onOneConnection(async (client) => {
    const moment = new Date('2026-03-02T09:00:00.123Z')
    for (let round = 0; round < 3; round += 1) {
      const [numbers, none, time, list] = await Promise.all([
        ask(client, statement('select n as the_number from generate_series(1, $1::int) n', 3)),
        ask(client, statement('select 1 as one where false')),
        ask(client, statement('select $1::timestamptz as at, $2::text as nothing', moment, null)),
        ask(client, statement('select $1::text[] as words, $2::jsonb as json', ['a "b"', 'c,d'], { e: 1 })),
      ])
      expect(numbers).toEqual({
        rows: [{ theNumber: 1 }, { theNumber: 2 }, { theNumber: 3 }],
        command: 'SELECT',
        rowCount: 3,
      })
      expect(none?.rows).toEqual([])
      expect(time?.rows).toEqual([{ at: moment.toISOString(), nothing: null }])
      expect(list?.rows).toEqual([{ words: ['a "b"', 'c,d'], json: { e: 1 } }])
    }
  }))

test('when one of a packet fails, those before it are answered, those behind it fail alike, and the connection goes on', () =>
  onOneConnection(async (client) => {
    const outcomes = await Promise.allSettled([
      ask(client, statement('select 1 as before')),
      ask(client, statement('select 1 / $1::int as broken', 0)),
      ask(client, statement('select 1 as behind')),
    ])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { rows: [{ before: 1 }] } },
      { status: 'rejected', reason: { code: '22012' } },
      { status: 'rejected', reason: { code: '22012' } },
    ])
    expect((await ask(client, statement('select 1 as behind'))).rows).toEqual([{ behind: 1 }])
    expect((await ask(client, statement('select 1 / $1::int as broken', 1))).rows).toEqual([{ broken: 1 }])
  }))

test('a statement that could not be understood is read anew when it is asked again', () =>
  onOneConnection(async (client) => {
    const later = statement('select word from comes_later')
    await expect(ask(client, later)).rejects.toThrow(/does not exist/)
    await ask(client, statement(`create temporary table comes_later as select 'here'::text as word`))
    expect((await ask(client, later)).rows).toEqual([{ word: 'here' }])
  }))

test('a value that cannot travel is refused alone: what is asked with it is answered', () =>
  onOneConnection(async (client) => {
    const endless: { self?: unknown } = {}
    endless.self = endless
    const [refused, answered] = await Promise.allSettled([
      ask(client, statement('select $1::jsonb', endless)),
      ask(client, statement('select 1 as one')),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: /circular/i } })
    expect(answered).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } })
  }))

test('after a read that failed the connection is in the organization of whoever reads next, and cannot write', async () => {
  const [one, other] = [await world.organization('One'), await world.organization('Other')]
  const { pool } = world.cairn.runtime
  const nameIn = (org: string) => statement('select name from organizations where org_id = $1', org)
  const readIn = (org: string, ...asked: Statement[]) =>
    reading(pool, { org, first: nameIn(org) }, async (db, first) => {
      const more = asked.map((each) => db.executeQuery({ sql: each.text, parameters: each.values } as never))
      return [await first, ...(await Promise.all(more))] as [Record<string, unknown>[]]
    })
  for (let round = 0; round < 20; round += 1) {
    const org = round % 2 ? one : other
    const next = round % 3 ? one : other
    await expect(readIn(org.id, statement('select 1 / $1::int', 0))).rejects.toThrow(/division by zero/)
    expect((await readIn(next.id))[0]).toEqual([{ name: next === one ? 'One' : 'Other' }])
    await expect(readIn(next.id, statement(`update organizations set name = 'Mine'`))).rejects.toThrow(
      /read-only transaction/,
    )
  }
})
