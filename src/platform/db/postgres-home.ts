import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chownSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigError } from '#platform/config'
import { type Account, accountFor, type Programs, programsFor, systemFolder } from './postgres-programs.ts'

/** Where a database folder's PostgreSQL finds its programs and keeps its files. */
export interface PostgresHome extends Programs {
  /** PostgreSQL's own data directory. */
  cluster: string
  /** Around it: our password, lock, holders and the server's log. */
  folder: string
  account: Account
  /** True when the files could not be where one would look for them. */
  moved: boolean
}

const another = 'or set DATA_DIR to another folder.'

/** Says what is wrong with DATA_DIR when an error of the file system is about it; any other error stays as it is. */
export function explained(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof ConfigError) return error
  const said = `${'code' in error ? error.code : ''} ${error.message}`
  const why = [
    [/ENOSPC|No space left/, `the disk is full. Free some space, ${another}`],
    [/EDQUOT|quota exceeded/, `the disk quota is used up. Free some space, ${another}`],
    [/EROFS|Read-only file/, `the file system is read-only. Make it writable, ${another}`],
    [
      /EACCES|EPERM|Permission denied|wrong ownership/,
      `Cairn may not write there. Give it the right, ${another}`,
    ],
    [/ENOTDIR|EEXIST/, `there is a file where a folder is needed. Remove it, ${another}`],
  ].find(([pattern]) => (pattern as RegExp).test(said))?.[1]
  return why
    ? new ConfigError(`DATA_DIR: ${folder}: ${why} Example: DATA_DIR=/var/lib/cairn`, { cause: error })
    : error
}

/** Whether `account` can enter `folder`; asked of the system itself, which knows about groups and access lists. */
const canEnter = (account: Account, folder: string) =>
  account === null || spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...account }).status === 0

function ownerOf(path: string): Account {
  if (!existsSync(path)) return null
  const { uid, gid } = statSync(path)
  return { uid, gid }
}

/**
 * Prepares the folders for `dataDir`, and finds programs that can work on them (those in `bin`, when given). As root,
 * the database's files belong to an unprivileged account; when that account cannot enter `dataDir` (a clone under
 * /root, say) they are kept under /var/lib/cairn instead. Throws ConfigError when nothing can be written.
 */
export async function prepareHome(dataDir: string, bin?: string): Promise<PostgresHome> {
  const wished = resolve(dataDir)
  try {
    mkdirSync(wished, { recursive: true })
    const usual = join(wished, 'postgres')
    const account = accountFor(ownerOf(join(usual, 'cluster')))
    const moved = !canEnter(account, wished)
    const name = createHash('sha256').update(wished).digest('hex').slice(0, 16)
    const folder = moved ? join(systemFolder, name) : usual
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    if (account) chownSync(folder, account.uid, account.gid)
    const programs = await programsFor(account, bin)
    return { ...programs, cluster: join(folder, 'cluster'), folder, account, moved }
  } catch (error) {
    throw explained(error, wished)
  }
}
