import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { getSession, signIn, signOut } from '#people/contract.ts'
import { nobody } from '#platform/scope'
import { inReading } from '#platform/unit'
import { personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'

const world = openWorld()

test('a role counts from the request after it was given, also where the session was seen before', async () => {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  const roles = async () => (await lea.does(getSession)).roles.map(({ role }) => role)
  expect(await roles()).toEqual(['learner'])
  expect(await roles()).toEqual(['learner'])
  await org.grant(lea.id, org.root, 'leader')
  expect((await roles()).sort()).toEqual(['leader', 'learner'])
})

test('a session that ended answers nothing more, also where it was seen before', async () => {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  await lea.does(getSession)
  await lea.does(signOut)
  expect((await lea.isRefused(getSession)).status).toBe(401)
})

test('people of many organizations who share few connections each see their own', async () => {
  const people = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map(async (name) => ({
      name,
      admin: await (await world.organization(name)).admin(),
    })),
  )
  const rounds = Array.from({ length: 20 }, () => people).flat()
  const seen = await Promise.all(rounds.map(({ admin }) => admin.does(getSession)))
  expect(seen.map(({ organization }) => organization.name)).toEqual(rounds.map(({ name }) => name))
})

test('what is read is answered in between, however many people sign in at once', async () => {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  const stranger = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  let answered = 0
  const all = Array.from({ length: 24 }, async (_, index) => {
    const body = { email: `nobody-${index}@northwind.example`, password: 'a long enough phrase' }
    const refusal = await stranger.isRefused(signIn, { body })
    answered += 1
    return refusal.status
  })
  await Promise.race(all)
  await lea.does(getSession)
  expect(answered).toBeLessThan(10)
  expect(new Set(await Promise.all(all))).toEqual(new Set([401]))
})

test('what is only read cannot write', async () => {
  const org = await world.organization()
  const read = inReading(
    world.cairn.runtime,
    {
      org: org.id,
      now: world.now(),
      first: { text: 'select 1 as one', values: [] },
      guess: undefined,
    },
    () => nobody,
    (scope) => sql`update groups set name = 'Mine' where org_id = ${scope.org}`.execute(scope.db),
  )
  await expect(read).rejects.toThrow(/read-only transaction/)
})
