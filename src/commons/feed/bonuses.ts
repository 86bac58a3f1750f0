import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry } from './entries.ts'

/** What a bonus was proposed for, and for whom; and what was said at the step that declined it. */
const bonusOf = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('bonuses as b')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'b.orgId').onRef('m.id', '=', 'b.memberId'),
    )
    .leftJoin('bonusSteps as s', (join) =>
      join.onRef('s.orgId', '=', 'b.orgId').onRef('s.bonusId', '=', 'b.id').on('s.verdict', '=', 'decline'),
    )
    .select(['b.reason', 'b.returnedWhy', 'm.name', 's.note as declinedWhy'])
    .where('b.orgId', '=', scope.org)
    .where('b.id', '=', id)
    .executeTakeFirstOrThrow()

/** Whoever is given a bonus hears of it once it is approved, and whoever proposed it what became of it: nobody else. */
export const bonuses: Reaction[] = [
  reaction('bonus.decided', 'feed.bonus-decided', async (scope, fact) => {
    const { bonusId, memberId, proposedBy, verdict, isLast } = fact.data
    if (!isLast) return
    const { reason, declinedWhy, name: toName } = await bonusOf(scope, bonusId)
    const words = verdict === 'decline' ? (declinedWhy ?? '') : reason
    const entry = {
      kind: 'bonus.decided' as const,
      groupId: scope.org,
      data: { bonusId, verdict, toName, words },
    }
    await addEntry(scope, fact, entry, [
      ...(verdict === 'approve' ? [{ memberId, reason: 'given-you' as const }] : []),
      ...(proposedBy ? [{ memberId: proposedBy, reason: 'you-proposed' as const }] : []),
    ])
  }),
  reaction('bonus.returned', 'feed.bonus-returned', async (scope, fact) => {
    const { bonusId, memberId } = fact.data
    const { returnedWhy } = await bonusOf(scope, bonusId)
    const data = { bonusId, words: returnedWhy ?? '' }
    const entry = { kind: 'bonus.returned' as const, groupId: scope.org, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'given-you' }])
  }),
]
