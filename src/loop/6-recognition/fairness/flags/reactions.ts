import { sql } from 'kysely'
import { type Reaction, reaction } from '#record'
import { deleteFlags } from './keep.ts'
import { askForRings } from './task.ts'

/** Switched on, it is looked at once; switched off, what was found is deleted. */
export const fairnessReactions: Reaction[] = [
  reaction('purpose.set', 'recognition.look-for-rings', async (scope, { data }) => {
    if (data.purpose !== 'fairness') return
    if (data.isOn) return askForRings(scope)
    const until = scope.now.toISOString()
    await deleteFlags(scope, sql<boolean>`flagged_at <= ${until}`)
    await scope.db
      .deleteFrom('ringSearches')
      .where('orgId', '=', scope.org)
      .where('searchedAt', '<=', until)
      .execute()
  }),
]
