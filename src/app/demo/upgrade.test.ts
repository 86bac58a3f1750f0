import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { enterDemo, getDemo } from './contract.ts'

const world = openWorld()
const migration = new URL('../../../db/migrations/0061_demo_people_of_before.sql', import.meta.url)

test('a demo that an earlier Cairn built opens to its visitors after the update', async () => {
  const organization = await world.organization('Meridian Instruments')
  const { id } = organization
  await organization.as(async ({ db }) => {
    await db.updateTable('organizations').set({ demo: true }).where('orgId', '=', id).execute()
    const before = { email: 'marit.halvorsrud@meridian.example', title: 'Head of learning' }
    await db.updateTable('members').set(before).where('orgId', '=', id).execute()
  })
  await world.owner.query(
    `insert into demo_builds (asked_at, done, total, ready_at, demo_org) values (now(), 9, 9, now(), $1)`,
    [id],
  )
  const visitor = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  const enter = () => send(world.cairn, '', enterDemo, { body: { as: 'admin' } })
  expect((await enter()).status).toBe(409)

  await world.owner.query(readFileSync(migration, 'utf8'))
  expect((await visitor.does(getDemo)).people).toMatchObject([{ as: 'admin', title: 'Head of learning' }])
  expect((await enter()).status).toBe(201)
})
