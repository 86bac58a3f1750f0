import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '#platform/log'
import { startLocalPostgres } from './local-postgres.ts'
import { runningServer } from './postgres-server.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cairn-local-'))
  chmodSync(dataDir, 0o755)
})
afterEach(() => {
  expect(runningServer(cluster())).toBeNull()
  rmSync(dataDir, { recursive: true, force: true })
})

const cluster = () => join(dataDir, 'postgres', 'cluster')
const start = () => startLocalPostgres({ dataDir, log: createLog('error'), fast: true })
const refusal = () =>
  start().then(
    ({ stop }) => stop().then(() => 'started'),
    (error: Error) => error.message,
  )

test('a database of another version is refused with both versions named, and left untouched', async () => {
  await (await start()).stop()
  const before = readdirSync(cluster())
  writeFileSync(join(cluster(), 'PG_VERSION'), '17\n')
  expect(await refusal()).toMatch(
    /^DATA_DIR: .* made by PostgreSQL 17; this Cairn brings 18\. Nothing was touched\. /,
  )
  expect(readdirSync(cluster())).toEqual(before)
})

test('a folder that lost its version is not taken for an empty one', async () => {
  await (await start()).stop()
  rmSync(join(cluster(), 'PG_VERSION'))
  expect(await refusal()).toMatch(/^DATA_DIR: .* it has no PG_VERSION\. Nothing was touched\./)
  expect(existsSync(join(cluster(), 'base'))).toBe(true)
})

test('a lost password is named, and the database left untouched', async () => {
  await (await start()).stop()
  rmSync(join(dataDir, 'postgres', 'password'))
  expect(await refusal()).toMatch(/^DATA_DIR: .*password is missing/)
  expect(runningServer(cluster())).toBeNull()
})

test('a file in place of the data folder is said to be in the way', async () => {
  writeFileSync(join(dataDir, 'postgres'), 'a note')
  expect(await refusal()).toMatch(
    /^DATA_DIR: .* there is a file where a folder is needed\. Remove it, or set DATA_DIR/,
  )
})

test('a full disk is called a full disk, and nothing half-made stays', async ({ skip }) => {
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'cairn-test', dataDir]).status === 0
  if (!mounted) skip('a small disk can only be mounted by root')
  try {
    expect(await refusal()).toMatch(/^DATA_DIR: .* the disk is full\. Free some space, or set DATA_DIR/)
    expect(readdirSync(join(dataDir, 'postgres'))).not.toContain('cluster.partial')
    expect(existsSync(cluster())).toBe(false)
  } finally {
    spawnSync('umount', [dataDir])
  }
})
