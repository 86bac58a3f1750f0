import { openedGroups } from '#people'
import { notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { readDone } from './did.ts'
import type { Ladder } from './ladder.contract.ts'
import { readLadder } from './next.ts'

const usual = { isNamed: true, isShown: false, wantsProposals: true }

const findChoices = async (scope: Scope, memberId: string): Promise<Ladder['choices']> =>
  (await scope.db
    .selectFrom('ladderChoices')
    .select(['isNamed', 'isShown', 'wantsProposals'])
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()) ?? usual

/** Which small contributions the actor has made, which is next, and what they chose about it. */
export async function getLadder(scope: Scope): Promise<Ladder> {
  const { rungs, next } = await readLadder(scope, {
    id: scope.actor.id,
    opened: openedGroups(scope.actor),
  })
  return {
    rungs,
    next: next && { rung: next.rung, path: next.path, about: next.about },
    choices: await findChoices(scope, scope.actor.id),
  }
}

/** The same of somebody who shows it, or of oneself; nothing of anybody else. */
export async function getMemberLadder(scope: Scope, memberId: string) {
  const member = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw notFound('member')
  const { isShown } = await findChoices(scope, memberId)
  return { rungs: isShown ? await readDone(scope, memberId) : null }
}

/** Keeps what the actor chose; answers what there was before. */
async function choose(scope: Scope, values: Partial<Ladder['choices']>): Promise<Ladder['choices']> {
  const memberId = scope.actor.id
  const before = await findChoices(scope, memberId)
  await scope.db
    .insertInto('ladderChoices')
    .values({ orgId: scope.org, memberId, ...values })
    .onConflict((known) => known.columns(['orgId', 'memberId']).doUpdateSet(values))
    .execute()
  return before
}

/** Says whether one is named on courses, and whether others see what one did. Saying the same again changes nothing. */
export async function setLadderChoices(
  scope: Scope,
  values: { isNamed: boolean; isShown: boolean },
): Promise<Ladder> {
  const before = await choose(scope, values)
  if (before.isNamed !== values.isNamed || before.isShown !== values.isShown) {
    await record(scope, 'ladder.chosen', { memberId: scope.actor.id, ...values })
    tell(scope, { topics: ['ladder'] })
  }
  return getLadder(scope)
}

/** The actor wants no proposals any more. */
export async function leaveProposals(scope: Scope): Promise<Ladder> {
  const { wantsProposals } = await choose(scope, { wantsProposals: false })
  if (wantsProposals) await record(scope, 'ladder.left', { memberId: scope.actor.id })
  tell(scope, { topics: ['ladder'], to: [scope.actor.id] })
  return getLadder(scope)
}

/** The actor wants them again. */
export async function returnToProposals(scope: Scope): Promise<Ladder> {
  const { wantsProposals } = await choose(scope, { wantsProposals: true })
  if (!wantsProposals) await record(scope, 'ladder.returned', { memberId: scope.actor.id })
  tell(scope, { topics: ['ladder'], to: [scope.actor.id] })
  return getLadder(scope)
}
