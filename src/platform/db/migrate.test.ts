import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import { migrate } from './migrate.ts'

const begun = Date.now()
const world = openWorld()

const history = async () =>
  (await world.owner.query('select name, hash, applied_at from schema_migrations order by name')).rows
const again = async () => {
  const { rows } = await world.owner.query('select current_database() as name')
  const url = Object.assign(new URL(inject('cluster').url), { pathname: rows[0].name }).href
  return migrate(url, (error) => {
    throw error
  })
}

test('a test’s database is a copy of one that was migrated before, once for the run', async () => {
  for (const { name, applied_at } of await history()) expect(Date.parse(applied_at), name).toBeLessThan(begun)
})

test('a database that is up to date is left as it is, by every server that starts on it', async () => {
  const before = await history()
  expect(before.length).toBeGreaterThan(10)
  const [one, other] = await Promise.all([again(), again()])
  expect(one).toBe(other)
  expect(await history()).toEqual(before)
})

test('a migration that was changed after it had run is refused, and named', async () => {
  const [first] = await history()
  await world.owner.query(`update schema_migrations set hash = 'another' where name = $1`, [first.name])
  await expect(again()).rejects.toThrow(`db/migrations/${first.name} was changed after it had run here.`)
  await world.owner.query('update schema_migrations set hash = $2 where name = $1', [first.name, first.hash])
})

test('a migration that fails leaves nothing of itself, and is named', async () => {
  const names = (await history()).map(({ name }) => name)
  // One that makes a table cannot be run where the table is.
  const makes = (name: string) => /^create table/m.test(readFileSync(`db/migrations/${name}`, 'utf8'))
  const one = names.findLast(makes) ?? ''
  await world.owner.query('delete from schema_migrations where name = $1', [one])
  await expect(again()).rejects.toThrow(`db/migrations/${one} failed; nothing of it was kept.`)
  expect((await history()).map(({ name }) => name)).toEqual(names.filter((name) => name !== one))
})
