import { execFile } from 'node:child_process'
import { expect, inject, test } from 'vitest'
import { giveKudos } from '#recognition/contract.ts'
import { setRecognition } from '#recognition/settings.contract.ts'
import { openWorld } from '#test/world.ts'

const world = openWorld()

/** What the command says of all organizations, and its exit code. */
async function check() {
  const { rows } = await world.owner.query('select current_database() as name')
  const DATABASE_URL = Object.assign(new URL(inject('cluster').url), { pathname: rows[0].name }).href
  const env = { ...process.env, DATABASE_URL }
  return new Promise<{ code: number; said: string }>((resolve) =>
    execFile(process.execPath, ['bin/ledger-check.ts'], { env }, (error, stdout) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout }),
    ),
  )
}

test('the command proves every ledger, and names what somebody changed who rules the database', async () => {
  const org = await world.organization('Northwind Gauges')
  const admin = await org.admin()
  const [mei, dana] = [await org.person('Mei Tanaka'), await org.person('Dana Reyes')]
  await admin.does(setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const body = { toIds: [dana.id], reason: 'You zeroed it in the cold.', points: 5 }
  await mei.does(giveKudos, { body })
  expect(await check()).toEqual({ code: 0, said: expect.stringContaining(`(${org.id}): the ledger holds`) })
  await world.owner.query('alter table ledger_accounts disable trigger user, no force row level security')
  await world.owner.query('update ledger_accounts set balance = 500 where owner_id = $1', [dana.id])
  const { code, said } = await check()
  expect(code).toBe(1)
  expect(said).toContain(`(${org.id}): BROKEN`)
  expect(said).toMatch(/balances-follow: [0-9a-f-]{36}/)
})
