import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'

/** Whether a member takes part, as long as the transaction lasts: whoever stops waits for it, or it for them. */
export async function takesPart(scope: Scope, memberId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${memberId}, 0))`.execute(scope.db)
  return (await absence(scope, memberId)) === null
}

async function absence(scope: Scope, memberId: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('detectionAbsences')
    .select('since')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row?.since ?? null
}

/** Whether the actor takes part in detection, and how many traces of theirs are kept. */
export async function getMyDetection(scope: Scope): Promise<{ absentSince: string | null; traces: number }> {
  const [absentSince, { traces }] = await Promise.all([
    absence(scope, scope.actor.id),
    scope.db
      .selectFrom('evidence')
      .select(({ fn }) => fn.countAll<number>().as('traces'))
      .where('orgId', '=', scope.org)
      .where('memberId', '=', scope.actor.id)
      .executeTakeFirstOrThrow(),
  ])
  return { absentSince, traces: Number(traces) }
}

/** The actor takes no part any more: what was kept on them goes, and nothing more is kept. */
export async function leaveDetection(scope: Scope): Promise<void> {
  const memberId = scope.actor.id
  await sql`select pg_advisory_xact_lock(hashtextextended(${memberId}, 0))`.execute(scope.db)
  const made = await scope.db
    .insertInto('detectionAbsences')
    .values({ orgId: scope.org, memberId, since: scope.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await scope.db
    .deleteFrom('evidence')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .execute()
  await record(scope, 'detection.left', { memberId })
  tell(scope, { topics: ['detection'], to: [memberId] })
}

/** The actor takes part again, with what they do from now on. */
export async function returnToDetection(scope: Scope): Promise<void> {
  const memberId = scope.actor.id
  const gone = await scope.db
    .deleteFrom('detectionAbsences')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(scope, 'detection.returned', { memberId })
  tell(scope, { topics: ['detection'], to: [memberId] })
}
