import type pg from 'pg'
import { isId } from '#platform/ids'
import { type Stream, streamOn } from './copy.ts'
import { type Db, kyselyOn } from './kysely.ts'
import { ask, type Rows, type Statement } from './wire.ts'

export interface TransactionOptions {
  org: string
  readOnly: boolean
  /** A read sees all through what was there when it began. */
  steady?: boolean
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
  work: (db: Db, first: Promise<Rows[]>, stream: Stream) => Promise<T>,
): Promise<T> {
  if (!isId(options.org)) throw new Error('The organization of a transaction must be a UUID.')
  const client = await pool.connect()
  const asked = (statement: Statement) => ask(client, statement)
  let result: T
  try {
    const opened = Promise.allSettled(opening(options).map(asked))
    const first = Promise.all((options.first ?? []).map(asked)).then((answers) =>
      answers.map(({ rows }) => rows),
    )
    first.catch(() => undefined)
    const stream: Stream = async (text, take) => {
      // It does not travel with what is asked, and would overtake it.
      await opened
      await streamOn(client)(text, take)
    }
    result = await work(kyselyOn(asked), first, stream)
    for (const part of await opened) if (part.status === 'rejected') throw part.reason
    await first
    if (!options.readOnly) await asked(commit)
  } catch (error) {
    await rollBack(client)
    throw error
  }
  if (options.readOnly) commitLater(client)
  else client.release()
  return result
}

const statement = (text: string): Statement => ({ text, values: [] })
const commit = statement('commit')

const opening = ({ org, readOnly, steady = false }: TransactionOptions): Statement[] => [
  statement(
    `begin ${steady ? 'isolation level repeatable read ' : ''}${readOnly ? 'read only' : 'read write'}`,
  ),
  { text: `select set_config('app.org', $1, true)`, values: [org] },
]

/**
 * Sends the commit of a read and hands the connection on at once: whoever gets it next asks behind the commit. Should
 * the commit fail, the connection is broken and so is everything asked behind it.
 */
function commitLater(client: pg.PoolClient): void {
  ask(client, commit).catch(() => undefined)
  client.release()
}

/** A connection that cannot even roll back is broken: the pool drops it. The first error is the one to report. */
async function rollBack(client: pg.PoolClient): Promise<void> {
  await ask(client, statement('rollback')).then(
    () => client.release(),
    (error: Error) => client.release(error),
  )
}
