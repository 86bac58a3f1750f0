import { sql } from 'kysely'
import { findGroup } from '#people'
import { conflict, forbidden } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Need } from './contract.ts'
import { getNeed } from './queries.ts'

/** Raises a need in a group that the actor may see; the raiser's voice is the first. */
export async function raiseNeed(
  scope: Scope,
  input: { title: string; details: string; groupId: string },
): Promise<Need> {
  await findGroup(scope, input.groupId)
  const needId = newIdIn(scope)
  await scope.db
    .insertInto('needs')
    .values({
      orgId: scope.org,
      id: needId,
      ...input,
      raisedBy: scope.actor.id,
      raisedAt: scope.now,
      voiceCount: 1,
    })
    .execute()
  await scope.db
    .insertInto('voices')
    .values({ orgId: scope.org, needId, memberId: scope.actor.id, at: scope.now })
    .execute()
  await record(scope, 'need.raised', { needId, groupId: input.groupId, title: input.title })
  tell(scope, { topics: ['needs'] })
  return getNeed(scope, needId)
}

/** Changes the words of an open need: its raiser, or who leads its group. */
export async function changeNeed(
  scope: Scope,
  id: string,
  change: { title?: string | undefined; details?: string | undefined },
): Promise<Need> {
  const need = await lockOpen(scope, id)
  refuseUnlessMine(need.can.change)
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return need
  await scope.db.updateTable('needs').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  await record(scope, 'need.changed', { needId: id })
  tell(scope, { topics: ['needs'] })
  return getNeed(scope, id)
}

/** Adds the actor's voice to an open need. Adding it again only renews its reason. */
export async function voiceNeed(scope: Scope, id: string, reason: string): Promise<Need> {
  const need = await lockOpen(scope, id)
  const voice = { orgId: scope.org, needId: id, memberId: scope.actor.id, reason, at: scope.now }
  await scope.db
    .insertInto('voices')
    .values(voice)
    .onConflict((known) => known.columns(['orgId', 'needId', 'memberId']).doUpdateSet({ reason }))
    .execute()
  if (!need.voiced) await count(scope, id, 'need.voiced')
  return getNeed(scope, id)
}

/** Takes the actor's voice back. */
export async function unvoiceNeed(scope: Scope, id: string): Promise<Need> {
  const need = await lockOpen(scope, id)
  if (!need.voiced) return need
  await scope.db
    .deleteFrom('voices')
    .where('orgId', '=', scope.org)
    .where('needId', '=', id)
    .where('memberId', '=', scope.actor.id)
    .execute()
  await count(scope, id, 'need.unvoiced')
  return getNeed(scope, id)
}

async function count(scope: Scope, needId: string, fact: 'need.voiced' | 'need.unvoiced'): Promise<void> {
  const change = fact === 'need.voiced' ? sql<number>`voice_count + 1` : sql<number>`voice_count - 1`
  await scope.db
    .updateTable('needs')
    .set({ voiceCount: change })
    .where('orgId', '=', scope.org)
    .where('id', '=', needId)
    .execute()
  await record(scope, fact, { needId, memberId: scope.actor.id })
  tell(scope, { topics: ['needs'] })
}

/** Closes an open need that nobody has any more. */
export async function closeNeed(scope: Scope, id: string): Promise<Need> {
  const need = await lockOpen(scope, id)
  refuseUnlessMine(need.can.close)
  const set = { closedAt: scope.now, closedBy: scope.actor.id }
  await scope.db.updateTable('needs').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  await record(scope, 'need.closed', { needId: id })
  tell(scope, { topics: ['needs'] })
  return getNeed(scope, id)
}

/** Opens a closed need again. */
export async function reopenNeed(scope: Scope, id: string): Promise<Need> {
  const need = await lock(scope, id)
  if (need.state !== 'closed') throw conflict('need.not-closed')
  refuseUnlessMine(need.can.close)
  const set = { closedAt: null, closedBy: null }
  await scope.db.updateTable('needs').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  await record(scope, 'need.reopened', { needId: id })
  tell(scope, { topics: ['needs'] })
  return getNeed(scope, id)
}

function refuseUnlessMine(may: boolean): void {
  if (!may) throw forbidden('need.not-yours')
}

/** Whether two groups have readers that are not the other's: one of them is private, and it is not the other. */
export async function areApart(scope: Scope, one: string, other: string): Promise<boolean> {
  if (one === other) return false
  const groups = [await findGroup(scope, one), await findGroup(scope, other)]
  return groups.some((group) => group.private)
}

/** Reads a need and keeps others from changing it until the transaction ends. */
export async function lock(scope: Scope, id: string): Promise<Need> {
  await sql`select from needs where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  return getNeed(scope, id)
}

/** The same, refusing a need that is not open. */
export async function lockOpen(scope: Scope, id: string): Promise<Need> {
  const need = await lock(scope, id)
  if (need.state === 'open') return need
  throw conflict('need.not-open', {
    state: need.state,
    mergedInto: need.mergedInto,
  })
}
