import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import { reading } from './reading.ts'
import { withSettings } from './with-settings.ts'

const world = openWorld()
const settings = { work_mem: '32MB', plan_cache_mode: 'force_custom_plan' }
const first = { text: 'select 1', values: [] }

test('settings hold for what is read within, and not for what comes after, whatever became of it', async () => {
  const org = await world.organization()
  await reading(world.cairn.runtime.pool, { org: org.id, first }, async (db) => {
    const now = async () => {
      const { rows } = await sql<{ memory: string; plans: string }>`
        select current_setting('work_mem') as memory, current_setting('plan_cache_mode') as plans`.execute(db)
      return rows[0]
    }
    const before = await now()
    expect(before).toMatchObject({ plans: 'force_generic_plan' })
    expect(await withSettings(db, settings, now)).toEqual({ memory: '32MB', plans: 'force_custom_plan' })
    expect(await now()).toEqual(before)
    const broken = withSettings(db, settings, () => sql`select 1 / 0`.execute(db))
    await expect(broken).rejects.toThrow('division by zero')
    expect(await now()).toEqual(before)
  })
})

test('what failed is told, also where nothing can be set back any more', async () => {
  const org = await world.organization()
  const broken = org.as(({ db }) => withSettings(db, settings, () => sql`select 1 / 0`.execute(db)))
  // Within a transaction that has failed the database refuses everything.
  await expect(broken).rejects.toThrow('division by zero')
})
