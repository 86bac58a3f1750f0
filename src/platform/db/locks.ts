import { sql } from 'kysely'
import type { Scope } from '#platform/scope'

/** Waits until nobody holds these words, and holds them alone until the transaction ends. */
export async function holdAlone({ db }: Pick<Scope, 'db'>, words: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${words}, 0))`.execute(db)
}

/** Waits until nobody holds these words alone, and holds them, beside others who do so, until the transaction ends. */
export async function holdTogether({ db }: Pick<Scope, 'db'>, words: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${words}, 0))`.execute(db)
}
