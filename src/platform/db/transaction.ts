import type pg from 'pg'
import { isId } from '#platform/ids'
import { type Db, kyselyOn } from './kysely.ts'
import { ask, type Rows, type Statement, together } from './wire.ts'

export interface TransactionOptions {
  org: string
  readOnly: boolean
  /** What every request asks first; it travels with BEGIN in the same packet. */
  first?: readonly Statement[]
}

/**
 * Runs `work` in one transaction of one organization. BEGIN, the organization, `first` and what `work` asks before it
 * waits for any of them travel together, in one round trip. A read does not wait for its commit; a write does.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (db: Db, first: Promise<Rows[]>) => Promise<T>,
): Promise<T> {
  if (!isId(options.org)) throw new Error('The organization of a transaction must be a UUID.')
  const client = await pool.connect()
  let result: T
  try {
    together(client)
    const begun = client.query(opening(options))
    const first = Promise.all((options.first ?? []).map((statement) => ask(client, statement))).then(
      (answers) => answers.map(({ rows }) => rows),
    )
    const opened = Promise.allSettled([begun, first])
    result = await work(kyselyOn(client), first)
    for (const part of await opened) if (part.status === 'rejected') throw part.reason
    if (!options.readOnly) await client.query('commit')
  } catch (error) {
    await rollBack(client)
    throw error
  }
  if (options.readOnly) commitLater(client)
  else client.release()
  return result
}

const opening = ({ org, readOnly }: TransactionOptions): string =>
  `begin ${readOnly ? 'read only' : 'read write'};select set_config('app.org','${org}',true)`

/**
 * Sends the commit of a read and hands the connection on at once: whoever gets it next sends behind the commit, in
 * the same packet. Should the commit fail, the connection is broken and so is everything sent behind it.
 */
function commitLater(client: pg.PoolClient): void {
  together(client)
  client.query('commit').catch(() => undefined)
  client.release()
}

/** A connection that cannot even roll back is broken: the pool drops it. The first error is the one to report. */
async function rollBack(client: pg.PoolClient): Promise<void> {
  await client.query('rollback').then(
    () => client.release(),
    (error: Error) => client.release(error),
  )
}
