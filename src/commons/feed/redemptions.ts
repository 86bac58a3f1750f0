import { sql } from 'kysely'
import type { Fact } from '#facts'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'

/** Tells the colleague whom a gift is for, as long as it is theirs; who gives it is said, not who agreed to it. */
async function tellOfGift(scope: Scope, fact: Fact<'redemption.asked' | 'redemption.moved'>): Promise<void> {
  const { redemptionId, memberId, toId, name } = fact.data
  if (toId === null) return
  const gift = await scope.db
    .selectFrom('redemptions')
    .select('words')
    .where('orgId', '=', scope.org)
    .where('id', '=', redemptionId)
    .where('state', 'in', ['approved', 'fulfilled'])
    .forShare()
    .executeTakeFirst()
  if (!gift) return
  const data = { redemptionId, name, words: gift.words }
  const entry = { kind: 'gift.given' as const, groupId: scope.org, data }
  await addEntry(scope, { ...fact, actorId: memberId }, entry, [{ memberId: toId, reason: 'given-you' }])
}

/** Tells those who entered a draw, but for its winners, who hear of that, what came of it. */
async function tellEntrants(
  scope: Scope,
  fact: Fact<'draw.drawn' | 'draw.withdrawn'>,
  { but = [], words = '' }: { but?: readonly string[]; words?: string },
): Promise<void> {
  const { drawId, name } = fact.data
  const entered = await scope.db
    .selectFrom('drawEntries')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where('drawId', '=', drawId)
    .execute()
  const others = entered.filter(({ memberId }) => !but.includes(memberId))
  const entry = { kind: fact.type, groupId: scope.org, data: { drawId, name, words } }
  await addEntry(
    scope,
    fact,
    entry,
    others.map(({ memberId }) => ({ memberId, reason: 'you-entered' })),
  )
}

/** Whoever asked for something hears what becomes of it; whoever is given something hears of it once it is theirs. */
export const redemptions: Reaction[] = [
  reaction('redemption.asked', 'feed.redemption-asked', async (scope, fact) => {
    const { redemptionId, memberId, name, drawId } = fact.data
    await tellOfGift(scope, fact)
    if (!drawId) return
    const data = { redemptionId, name, state: 'won' }
    const entry = { kind: 'redemption.moved' as const, groupId: scope.org, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-entered' }])
  }),
  reaction('draw.drawn', 'feed.draw-drawn', (scope, fact) =>
    tellEntrants(scope, fact, { but: fact.data.winnerIds }),
  ),
  reaction('draw.withdrawn', 'feed.draw-withdrawn', (scope, fact) =>
    tellEntrants(scope, fact, { words: fact.data.reason }),
  ),
  reaction('redemption.moved', 'feed.redemption-moved', async (scope, fact) => {
    const { redemptionId, memberId, state, name, words } = fact.data
    const data = { redemptionId, name, state, words }
    const entry = { kind: 'redemption.moved' as const, groupId: scope.org, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-redeemed' }])
    if (state === 'approved') await tellOfGift(scope, fact)
    if (state !== 'cancelled' && state !== 'refunded') return
    await forgetEntries(
      scope,
      sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.kind = 'gift.given'
        and f.data->>'redemptionId' = ${redemptionId}::text`,
    )
  }),
]
