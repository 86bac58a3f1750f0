import { sql } from 'kysely'
import { privacy } from '#leader'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { hasGrown, isSame } from './same.ts'
import type { FoundRing, Searched } from './search.ts'

const day = 86_400_000
const startOf = (days: number) => new Date(days * day)

interface KnownFlag {
  id: string
  decision: string | null
  thanks: number
  memberIds: string[]
}

/** All flags there are, the latest first. */
async function readFlags({ org, db }: Scope): Promise<KnownFlag[]> {
  const { rows } = await sql<KnownFlag>`
    select f.id, f.decision, f.thanks, array(select m.member_id from ring_flag_members m
      where m.org_id = f.org_id and m.flag_id = f.id) as member_ids
    from ring_flags f where f.org_id = ${org} order by f.flagged_at desc, f.id desc`.execute(db)
  return rows
}

const columnsOf = (scope: Scope, { thanks, points, grounded, ...found }: FoundRing) => ({
  ...{ thanks, points, grounded, allThanks: found.allThanks, allPoints: found.allPoints },
  ...{ since: startOf(found.first), until: startOf(found.last), foundAt: scope.now },
})

async function writeMembers(scope: Scope, flagId: string, memberIds: readonly string[]): Promise<void> {
  await scope.db
    .deleteFrom('ringFlagMembers')
    .where('orgId', '=', scope.org)
    .where('flagId', '=', flagId)
    .execute()
  await scope.db
    .insertInto('ringFlagMembers')
    .values(memberIds.map((memberId) => ({ orgId: scope.org, flagId, memberId })))
    .execute()
}

async function flag(scope: Scope, found: FoundRing): Promise<void> {
  const id = newIdIn(scope)
  const values = { orgId: scope.org, id, flaggedAt: scope.now, ...columnsOf(scope, found) }
  await scope.db.insertInto('ringFlags').values(values).execute()
  await writeMembers(scope, id, found.memberIds)
  const { memberIds, thanks, allThanks, points, allPoints } = found
  await record(scope, 'ring.flagged', { flagId: id, memberIds, thanks, allThanks, points, allPoints })
}

async function renew(scope: Scope, { id }: KnownFlag, found: FoundRing): Promise<void> {
  await scope.db
    .updateTable('ringFlags')
    .set(columnsOf(scope, found))
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await writeMembers(scope, id, found.memberIds)
}

/** Deletes flags that nobody found or decided about for as long as the organization keeps such things. */
async function forget(scope: Scope): Promise<void> {
  const keepDays = await privacy.keepDaysOf(scope, 'fairness')
  const before = new Date(scope.now.getTime() - keepDays * day).toISOString()
  await deleteFlags(scope, sql<boolean>`greatest(found_at, decided_at) < ${before}`)
}

export async function deleteFlags(scope: Scope, those: ReturnType<typeof sql<boolean>>): Promise<void> {
  const ids = scope.db.selectFrom('ringFlags').select('id').where('orgId', '=', scope.org).where(those)
  await scope.db
    .deleteFrom('ringFlagMembers')
    .where('orgId', '=', scope.org)
    .where('flagId', 'in', ids)
    .execute()
  await scope.db.deleteFrom('ringFlags').where('orgId', '=', scope.org).where(those).execute()
}

/**
 * Keeps what a search found, unless it was switched off meanwhile: who is new gets a flag, what is open already says what
 * is known now, and what somebody decided about is left alone until it grows.
 */
export async function keepFound(scope: Scope, { thanks, rings }: Searched): Promise<void> {
  if (!(await privacy.mayKeepFor(scope, 'fairness'))) return
  await forget(scope)
  const known = await readFlags(scope)
  let flagged = 0
  for (const found of rings) {
    const same = known.find(({ memberIds }) => isSame(memberIds, found.memberIds))
    if (same && same.decision === null) await renew(scope, same, found)
    else if (!same || hasGrown(same, found)) {
      await flag(scope, found)
      flagged += 1
    }
  }
  const values = { searchedAt: scope.now, thanks }
  await scope.db
    .insertInto('ringSearches')
    .values({ orgId: scope.org, ...values })
    .onConflict((one) => one.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'rings.searched', { thanks, found: rings.length, flagged })
  tell(scope, { topics: ['fairness'] })
}
