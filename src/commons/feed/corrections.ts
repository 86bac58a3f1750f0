import { sql } from 'kysely'
import { type Reaction, reaction } from '#record'
import { forgetEntries } from './entries.ts'

/** Thanks that were taken back are in no feed any more. */
export const corrections: Reaction[] = [
  reaction('kudos.withdrawn', 'feed.kudos-withdrawn', (scope, { data: { kudosId, fromId } }) =>
    forgetEntries(
      scope,
      sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.actor_id = ${fromId}
        and f.kind = 'kudos.given' and f.data->>'kudosId' = ${kudosId}::text`,
    ),
  ),
]
