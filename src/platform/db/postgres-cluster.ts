import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '#platform/config'
import { explained, type PostgresHome } from './postgres-home.ts'

/** Refuses to touch what the programs at hand did not make. Throws ConfigError saying what was found. */
export function refuseOtherVersion(home: PostgresHome): void {
  if (!existsSync(home.cluster)) return
  const file = join(home.cluster, 'PG_VERSION')
  if (!existsSync(file)) {
    throw new ConfigError(
      `DATA_DIR: ${home.cluster} is not a database of PostgreSQL: it has no PG_VERSION. Nothing was touched. ` +
        'Put back what was there, or set DATA_DIR to another folder.',
    )
  }
  const found = readFileSync(file, 'utf8').trim()
  const ours = home.version.split('.')[0]
  if (found === ours) return
  throw new ConfigError(
    `DATA_DIR: the database in ${home.folder} was made by PostgreSQL ${found}; this Cairn brings ${ours}. ` +
      'Nothing was touched. Start the Cairn that made it, or set DATA_DIR to another folder.',
  )
}

/** Makes a new cluster, whole or not at all. Throws with what initdb said. */
export function initialize(home: PostgresHome, hurry: boolean): void {
  const file = join(home.folder, 'password')
  const partial = join(home.folder, 'cluster.partial')
  rmSync(partial, { recursive: true, force: true })
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (home.account) chownSync(file, home.account.uid, home.account.gid)
  const hasBuiltinLocales = Number.parseInt(home.version, 10) >= 17
  const locale = hasBuiltinLocales ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  const options = [
    '-D',
    partial,
    '-U',
    'cairn',
    '-A',
    'scram-sha-256',
    `--pwfile=${file}`,
    '--no-instructions',
  ]
  const done = spawnSync(
    join(home.bin, 'initdb'),
    [...options, '--encoding=UTF8', '--locale=C', ...locale, ...(hurry ? ['--no-sync'] : [])],
    { cwd: home.folder, encoding: 'utf8', ...home.account },
  )
  if (done.status === 0) {
    renameSync(partial, home.cluster)
    return
  }
  rmSync(partial, { recursive: true, force: true })
  if (/could not look up effective user ID/.test(done.stderr)) {
    throw new ConfigError(
      `DATABASE_URL: user ${process.getuid?.()} has no name in /etc/passwd, and PostgreSQL makes no database for ` +
        'a user without one. Start Cairn as a user with a name, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  throw explained(done.error ?? new Error(`The database could not be made: ${done.stderr}`), home.folder)
}

/** The superuser's password. Throws ConfigError when the file is gone. */
export function passwordOf(home: PostgresHome): string {
  const file = join(home.folder, 'password')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new ConfigError(`DATA_DIR: ${file} is missing: it opens the database beside it. Put it back.`)
}
