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

/** Whoever asked for something hears what becomes of it; whoever is given something hears of it once it is theirs. */
export const redemptions: Reaction[] = [
  reaction('redemption.asked', 'feed.redemption-asked', (scope, fact) => tellOfGift(scope, fact)),
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
