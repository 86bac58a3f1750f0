import type pg from 'pg'
import { type Db, kyselyOn } from './kysely.ts'
import { ask, type Rows, type Statement, standing } from './wire.ts'

/** Until the next one enters, the connection sees this organization alone and refuses to write. */
const enter = (org: string): Statement => ({
  text: `select set_config('app.org', $1, false), set_config('default_transaction_read_only', 'on', false),
    set_config('transaction_read_only', 'on', true)`,
  values: [org],
})

/** Asks within the organization; where the connection was left in it, nothing needs to be set. */
function askIn(client: pg.PoolClient, org: string, statement: Statement) {
  if (standing.get(client) !== org) {
    standing.set(client, org)
    // When it fails, so does the statement behind it, which is the one to report.
    ask(client, enter(org)).catch(() => undefined)
  }
  return ask(client, statement)
}

/**
 * Runs work that only reads, in one organization. Entering it and the `first` statement travel in one packet with
 * what `work` asks before it waits. Each statement stands for itself: at READ COMMITTED a transaction around them
 * would cost two messages and promise nothing more.
 */
export async function reading<T>(
  pool: pg.Pool,
  { org, first }: { org: string; first: Statement },
  work: (db: Db, first: Promise<Rows>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    const asked = (statement: Statement) => askIn(client, org, statement)
    return await work(
      kyselyOn(asked),
      asked(first).then(({ rows }) => rows),
    )
  } finally {
    client.release()
  }
}
