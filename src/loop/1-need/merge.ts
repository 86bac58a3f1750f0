import { sql } from 'kysely'
import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Need } from './contract.ts'
import { areApart, lock, lockOpen } from './need.ts'
import { getNeed } from './queries.ts'

/**
 * Merges a need into another: its voices move there, each remembering where it came from, so that the merge can
 * be undone. Someone who gave both a voice counts once.
 */
export async function mergeNeed(scope: Scope, id: string, into: string): Promise<Need> {
  if (id === into) throw conflict('need.same')
  // Always in the same order, so that two opposite merges cannot wait for one another.
  const [first, second] = id < into ? [id, into] : [into, id]
  await lock(scope, first)
  await lock(scope, second)
  const need = await lockOpen(scope, id)
  const target = await lockOpen(scope, into)
  refuseUnlessMay(need)
  if (await areApart(scope, need.group.id, target.group.id)) throw conflict('need.merge-apart')
  await sql`insert into voices (org_id, need_id, member_id, reason, at, came_from)
    select org_id, ${into}, member_id, reason, at, need_id from voices where org_id = ${scope.org} and need_id = ${id}
    on conflict do nothing`.execute(scope.db)
  await setMerge(scope, id, into)
  await record(scope, 'need.merged', { needId: id, into })
  return getNeed(scope, into)
}

/** Undoes a merge: the voices that came with it leave the other need again. */
export async function unmergeNeed(scope: Scope, id: string): Promise<Need> {
  const need = await lock(scope, id)
  if (!need.mergedInto) throw conflict('need.not-merged')
  refuseUnlessMay(need)
  const from = need.mergedInto
  await lock(scope, from)
  await sql`delete from voices where org_id = ${scope.org} and need_id = ${from} and came_from = ${id}`.execute(
    scope.db,
  )
  await setMerge(scope, id, null)
  await recount(scope, from)
  await takeAlong(scope, from)
  await record(scope, 'need.unmerged', { needId: id, from })
  return getNeed(scope, id)
}

/** What a need no longer says goes from the needs it was merged into itself, however far that went. */
async function takeAlong(scope: Scope, from: string): Promise<void> {
  let id = from
  for (let next = await mergedInto(scope, id); next; next = await mergedInto(scope, id)) {
    await sql`delete from voices v where v.org_id = ${scope.org} and v.need_id = ${next} and v.came_from = ${id}
      and not exists (select from voices o where o.org_id = v.org_id and o.need_id = ${id} and o.member_id = v.member_id)`.execute(
      scope.db,
    )
    await recount(scope, next)
    id = next
  }
}

async function mergedInto(scope: Scope, id: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('needs')
    .select('mergedInto')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.mergedInto ?? null
}

function refuseUnlessMay(need: Need): void {
  if (need.can.merge) return
  throw forbidden('need.merge-not-yours')
}

async function setMerge(scope: Scope, id: string, into: string | null): Promise<void> {
  const set = into
    ? { mergedInto: into, mergedAt: scope.now, mergedBy: scope.actor.id }
    : { mergedInto: null, mergedAt: null, mergedBy: null }
  await scope.db.updateTable('needs').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  if (into) await recount(scope, into)
  tell(scope, { topics: ['needs'] })
}

const recount = (scope: Scope, id: string) =>
  sql`update needs set voice_count = (select count(*) from voices v where v.org_id = needs.org_id and v.need_id = needs.id)
    where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
