import { expect, test } from 'vitest'
import { createLog } from '#platform/log'
import { settleJobs } from './settle.ts'
import { openWorld } from './world.ts'

const world = openWorld()

test.each([
  ['timeout exceeded when trying to connect', 2],
  ['something else', 1],
])('a job that failed of “%s” has been tried %i times once all is settled', async (words, times) => {
  let tried = 0
  const probe = async () => {
    tried++
    if (tried === 1) throw new Error(words)
  }
  await world.owner.query(`select from graphile_worker.add_job('probe', '{}')`)
  await settleJobs(world.owner, { probe }, createLog('error'))
  expect(tried).toBe(times)
})
