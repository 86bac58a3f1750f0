import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry } from './entries.ts'

/** The group of a need, and who somebody is. */
async function about(scope: Scope, needId: string, memberId: string) {
  const { groupId } = await scope.db
    .selectFrom('needs')
    .select('groupId')
    .where('orgId', '=', scope.org)
    .where('id', '=', needId)
    .executeTakeFirstOrThrow()
  const { name } = await scope.db
    .selectFrom('members')
    .select('name')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return { groupId, name }
}

/** Whoever is asked to help with a need hears of it, and whoever asked hears who can. */
export const experts: Reaction[] = [
  reaction('expert.asked', 'feed.expert-asked', async (scope, fact) => {
    const { needId, memberIds, askedBy } = fact.data
    const { groupId, name } = await about(scope, needId, askedBy)
    const entry = { kind: 'expert.asked' as const, groupId, needId, data: { name } }
    await addEntry(
      scope,
      fact,
      entry,
      memberIds.map((memberId) => ({ memberId, reason: 'asked-you' })),
    )
  }),
  reaction('expert.answered', 'feed.expert-answered', async (scope, fact) => {
    const { needId, memberId, answer, askedBy } = fact.data
    if (answer !== 'helping') return
    const { groupId, name } = await about(scope, needId, memberId)
    const entry = { kind: 'expert.answered' as const, groupId, needId, data: { name } }
    await addEntry(scope, fact, entry, [{ memberId: askedBy, reason: 'you-asked' }])
  }),
]
