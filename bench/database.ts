import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { connect } from '#platform/db/connect'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'

export const log = createLog('warn')
const onError = (error: Error) => log.warn('a database connection broke', { error })

export const newFolder = (name: string) => mkdtempSync(join(tmpdir(), `cairn-${name}-`))

/** How Cairn is set up on a folder's database. */
export const configOf = (folder: string) => ({
  dataDir: folder,
  demo: true,
  uploadLimitMb: 10,
  smtpUrl: undefined,
  mailFrom: 'bench@localhost',
  publicUrl: 'http://127.0.0.1',
})

/** Runs work on the database of a folder, as its owner and as the application. */
export async function onDatabase<T>(
  folder: string,
  work: (owner: pg.Pool, urls: { ownerUrl: string; appUrl: string }) => Promise<T>,
): Promise<T> {
  chmodSync(folder, 0o755)
  const postgres = await startLocalPostgres({ dataDir: folder, log })
  try {
    const appUrl = await migrate(postgres.url, onError)
    const owner = connect(postgres.url, { max: 3, onError })
    const result = await work(owner, { ownerUrl: postgres.url, appUrl })
    await owner.end()
    return result
  } finally {
    await postgres.stop()
  }
}
