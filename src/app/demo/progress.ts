import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import { inTransaction } from '#platform/db/transaction'
import { nobody } from '#platform/scope'
import type { DemoPerson } from './contract.ts'

/**
 * Writes about the building itself, outside of the organization that is being made. In a transaction of its own: a
 * connection of the pool may have served a read before, and would refuse to write.
 */
const write = (pool: pg.Pool, statement: RawBuilder<unknown>) =>
  inTransaction(pool, { org: nobody.id, readOnly: false }, async (db) => void (await statement.execute(db)))

const every = 20

/** Tells how far the building is: visitors watch it. */
export function progressOn(pool: pg.Pool) {
  let done = 0
  return {
    total: (total: number) => write(pool, sql`update demo_builds set total = ${total}`),
    step: async () => {
      done += 1
      if (done % every === 0) await write(pool, sql`update demo_builds set done = least(${done}, total)`)
    },
    failed: (words: string) => write(pool, sql`update demo_builds set failed = ${words}`),
    ready: (org: string, people: DemoPerson[]) =>
      write(
        pool,
        sql`update demo_builds set ready_at = now(), people = ${JSON.stringify(people)}, demo_org = ${org}, done = total`,
      ),
  }
}
