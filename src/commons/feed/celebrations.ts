import { sql } from 'kysely'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'

/** A month that somebody posted stands in everybody’s feed, until it is taken back. */
export const celebrations: Reaction[] = [
  reaction('celebration.posted', 'feed.celebration-posted', async (scope, fact) => {
    const { month, words } = fact.data
    const standing = await scope.db
      .selectFrom('celebrations')
      .select('month')
      .where('orgId', '=', scope.org)
      .where('month', '=', month)
      .where('withdrawnAt', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (!standing) return
    const entry = { kind: 'celebration.posted' as const, groupId: scope.org, data: { month, words } }
    await addEntry(scope, fact, { ...entry, forGroup: true }, [])
  }),
  reaction('celebration.withdrawn', 'feed.celebration-withdrawn', (scope, { data: { month } }) =>
    forgetEntries(
      scope,
      sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.kind = 'celebration.posted'
        and f.data->>'month' = ${month}::text`,
    ),
  ),
]
