import type pg from 'pg'
import { isId } from '#platform/ids'
import { type Db, kyselyOn } from './kysely.ts'
import { together } from './wire.ts'

export type Rows = Record<string, unknown>[]

export interface TransactionOptions {
  org: string
  readOnly: boolean
  /**
   * Statements that travel with BEGIN in the same message, for what every request asks first. They must be safe as
   * they stand (they take no parameters); the rows of each are handed to `work`.
   */
  first?: readonly string[]
}

/**
 * Runs `work` in one transaction of one organization. Opening costs one round trip: BEGIN, the organization and
 * `first` go in one message. A read does not wait for its commit; a write does.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (db: Db, first: Rows[]) => Promise<T>,
): Promise<T> {
  if (!isId(options.org)) throw new Error('The organization of a transaction must be a UUID.')
  const client = await pool.connect()
  let result: T
  try {
    const opened: unknown = await client.query(opening(options))
    const first = (opened as pg.QueryResult[]).slice(2).map((answer) => answer.rows as Rows)
    result = await work(kyselyOn(client), first)
    if (!options.readOnly) await client.query('commit')
  } catch (error) {
    await rollBack(client)
    throw error
  }
  if (options.readOnly) commitLater(client)
  else client.release()
  return result
}

const opening = ({ org, readOnly, first = [] }: TransactionOptions): string =>
  [`begin${readOnly ? ' read only' : ''}`, `select set_config('app.org','${org}',true)`, ...first].join(';')

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
