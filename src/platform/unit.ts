import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '#platform/db/kysely'
import { reading } from '#platform/db/reading'
import { inTransaction } from '#platform/db/transaction'
import type { Rows, Statement } from '#platform/db/wire'
import type { Task } from '#platform/jobs'
import { Problem } from '#platform/problem'
import { type Actor, type Installation, type LiveHint, nobody, type Scope } from '#platform/scope'

const peopleInPart = 150

/** What a unit of work needs from the process it runs in. */
export interface Runtime {
  pool: pg.Pool
  install: Installation
}

export interface UnitOptions {
  org: string
  readOnly: boolean
  now: Date
  first?: readonly Statement[]
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
  const told = { org: options.org, topics: [] as string[] }
  const done = await inTransaction(runtime.pool, options, async (db, first) => {
    const rows = await first
    const scope = scopeOf(runtime, options, actor(rows), db)
    const outcome = await settled(() => work(scope, rows))
    if (!options.readOnly) await flush(scope)
    told.org = scope.org
    told.topics = scope.outbox.live.flatMap(({ topics }) => topics)
    return outcome
  })
  // Other processes hear of it in a moment; whoever asks this one next must not see what was before.
  runtime.install.recall.forget(told.org, told.topics)
  if ('refusal' in done) throw done.refusal
  return done.result
}

/** A job of the organization that its payload names: done by nobody in particular, in one transaction. */
export const organizationTask =
  (
    runtime: Runtime,
    now: () => Date,
    work: (scope: Scope, payload: Record<string, unknown>) => Promise<void>,
  ): Task =>
  (payload) =>
    inScope(
      runtime,
      { org: String(payload.org), readOnly: false, now: now() },
      () => nobody,
      (scope) => work(scope, payload),
    )

export interface ReadOptions {
  org: string
  now: Date
  /** What is asked first: who acts. */
  first: Statement
  /** Who it most likely is: the work starts at once, and is done again when `first` names somebody else. */
  guess: Actor | undefined
}

/** One scope for work that only reads; `actor` says who acts, from the rows of `first`. */
export async function inReading<T>(
  runtime: Runtime,
  options: ReadOptions,
  actor: (first: Rows) => Actor,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return reading(runtime.pool, options, async (db, first) => {
    const { guess } = options
    const [tried, named] = await Promise.allSettled([
      guess && work(scopeOf(runtime, options, guess, db)),
      first,
    ])
    if (named.status === 'rejected') throw named.reason
    const found = actor(named.value)
    if (!guess || !isDeepStrictEqual(found, guess)) return work(scopeOf(runtime, options, found, db))
    if (tried.status === 'rejected') throw tried.reason
    return tried.value as T
  })
}

const scopeOf = (
  runtime: Runtime,
  { org, now }: { org: string; now: Date },
  actor: Actor,
  db: Db,
): Scope => ({
  org,
  actor,
  now,
  db,
  install: runtime.install,
  outbox: { jobs: [], live: [] },
})

/** Lets a refusal that keeps what was written pass through the commit; every other error rolls back. */
async function settled<T>(work: () => Promise<T>): Promise<{ result: T } | { refusal: Problem }> {
  try {
    return { result: await work() }
  } catch (error) {
    if (error instanceof Problem && error.keeps) return { refusal: error }
    throw error
  }
}

async function flush({ db, outbox, org }: Scope): Promise<void> {
  const { jobs, live } = outbox
  if (jobs.length > 0) await sql`select enqueue(${JSON.stringify(jobs)}::jsonb)`.execute(db)
  for (const hint of live.flatMap(inParts))
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

/** A notification carries 8000 bytes at most: a hint to many people travels in parts. */
function inParts(hint: LiveHint): LiveHint[] {
  const { to } = hint
  if (!to) return [hint]
  const people = [...new Set(to)]
  const count = Math.ceil(people.length / peopleInPart)
  return Array.from({ length: count }, (_, i) => ({
    ...hint,
    to: people.slice(i * peopleInPart, (i + 1) * peopleInPart),
  }))
}
