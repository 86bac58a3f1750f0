import { type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { BoardSettings } from '../board.contract.ts'
import { maySet, refuseUnlessAdmin } from '../settings/settings.ts'

type Terms = Pick<BoardSettings, 'mode' | 'isAnonymous'>
/** There are no boards until somebody says so: they discourage as many as they move. */
const usual: Terms = { mode: 'off', isAnonymous: true }

const settingsOf = (scope: Quiet) =>
  scope.db
    .selectFrom('boardSettings as s')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 's.orgId').onRef('m.id', '=', 's.changedBy'),
    )
    .select(['s.mode', 's.isAnonymous', 's.changedAt', 'm.id', 'm.name', 'm.title'])
    .where('s.orgId', '=', scope.org)
    .executeTakeFirst()

/** What boards there are. */
export async function boardTerms(scope: Quiet): Promise<Terms> {
  return ((await settingsOf(scope)) ?? usual) as Terms
}

/** Whether a member is in a league. */
export async function takesPart({ org, db }: Quiet, memberId: string): Promise<boolean> {
  const absence = await db
    .selectFrom('boardAbsences')
    .select('since')
    .where('orgId', '=', org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return !absence
}

export async function getBoardSettings(scope: Scope): Promise<BoardSettings> {
  const [found, isHere] = await Promise.all([settingsOf(scope), takesPart(scope, scope.actor.id)])
  const { mode, isAnonymous } = (found ?? usual) as Terms
  const changed = found
    ? { by: { id: found.id, name: found.name, title: found.title }, at: found.changedAt }
    : null
  return { mode, isAnonymous, changed, takesPart: isHere, can: { set: maySet(scope) } }
}

/** Says what boards there are: an administrator of the whole organization. */
export async function setBoardSettings(scope: Scope, terms: Terms): Promise<BoardSettings> {
  refuseUnlessAdmin(scope)
  const { mode, isAnonymous } = await getBoardSettings(scope)
  const values = { ...terms, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('boardSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'boards.set', { after: terms, before: { mode, isAnonymous } })
  tell(scope, { topics: ['boards'] })
  return getBoardSettings(scope)
}

/** The actor is in no league any more. */
export async function leaveBoards(scope: Scope): Promise<void> {
  const { org, db, actor, now } = scope
  const left = await db
    .insertInto('boardAbsences')
    .values({ orgId: org, memberId: actor.id, since: now })
    .onConflict((known) => known.columns(['orgId', 'memberId']).doNothing())
    .executeTakeFirst()
  if (left.numInsertedOrUpdatedRows === 0n) return
  await record(scope, 'boards.left', { memberId: actor.id })
  tell(scope, { topics: ['boards'] })
}

/** The actor is in a league again. */
export async function returnToBoards(scope: Scope): Promise<void> {
  const { org, db, actor } = scope
  const back = await db
    .deleteFrom('boardAbsences')
    .where('orgId', '=', org)
    .where('memberId', '=', actor.id)
    .executeTakeFirst()
  if (back.numDeletedRows === 0n) return
  await record(scope, 'boards.returned', { memberId: actor.id })
  tell(scope, { topics: ['boards'] })
}
