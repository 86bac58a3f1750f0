import type pg from 'pg'
import { type Db, kyselyOn } from './kysely.ts'
import { ask, type Rows, type Statement } from './wire.ts'

/** Until the next one enters, the connection sees this organization alone and refuses to write. */
const enter = (org: string): Statement => ({
  text: `select set_config('app.org', $1, false), set_config('default_transaction_read_only', 'on', false)`,
  values: [org],
})

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
    const entered = Promise.all([ask(client, enter(org)), ask(client, first)])
    return await work(
      kyselyOn(client),
      entered.then(([, { rows }]) => rows),
    )
  } finally {
    client.release()
  }
}
