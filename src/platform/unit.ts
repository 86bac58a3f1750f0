import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '#platform/db/kysely'
import { inTransaction, type Rows } from '#platform/db/transaction'
import { Problem } from '#platform/problem'
import type { Actor, Installation, Scope } from '#platform/scope'

/** What a unit of work needs from the process it runs in. */
export interface Runtime {
  pool: pg.Pool
  install: Installation
}

export interface UnitOptions {
  org: string
  readOnly: boolean
  now: Date
  first?: readonly string[]
}

/**
 * One scope in one transaction. `actor` says who acts, from the rows of the first statements; what the work put in
 * the outbox (jobs, live hints) leaves with the commit or not at all.
 */
export async function inScope<T>(
  runtime: Runtime,
  options: UnitOptions,
  actor: (first: Rows[]) => Actor,
  work: (scope: Scope, first: Rows[]) => Promise<T>,
): Promise<T> {
  const done = await inTransaction(runtime.pool, options, async (db, first) => {
    const scope: Scope = {
      org: options.org,
      actor: actor(first),
      now: options.now,
      db,
      install: runtime.install,
      outbox: { jobs: [], live: [] },
    }
    const outcome = await settled(() => work(scope, first))
    if (!options.readOnly) await flush(db, scope)
    return outcome
  })
  if ('refusal' in done) throw done.refusal
  return done.result
}

/** Lets a refusal that keeps what was written pass through the commit; every other error rolls back. */
async function settled<T>(work: () => Promise<T>): Promise<{ result: T } | { refusal: Problem }> {
  try {
    return { result: await work() }
  } catch (error) {
    if (error instanceof Problem && error.keeps) return { refusal: error }
    throw error
  }
}

async function flush(db: Db, { outbox, org }: Scope): Promise<void> {
  const { jobs, live } = outbox
  if (jobs.length > 0) await sql`select enqueue(${JSON.stringify(jobs)}::jsonb)`.execute(db)
  for (const hint of live)
    await sql`select pg_notify('live', ${JSON.stringify({ org, ...hint })})`.execute(db)
}

/**
 * The same transaction, from here on in another organization. Only for doors that cannot know the organization
 * before they have looked (sign-in, invitations, first visit).
 */
export async function enterOrganization(scope: Scope, org: string): Promise<Scope> {
  await sql`select set_config('app.org', ${org}, true)`.execute(scope.db)
  scope.org = org
  return scope
}
