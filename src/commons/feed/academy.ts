import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'

const stories = (scope: Scope) =>
  sql<{
    id: string
  }>`select f.id from feed_entries f where f.org_id = ${scope.org} and f.kind = 'academy.opened'`

const hold = (scope: Scope) => holdAlone(scope, `academy in feed ${scope.org}`)

/** That the academy is open stands in everybody’s feed, once, as long as it is. */
export const academy: Reaction[] = [
  reaction('academy.opened', 'feed.academy-opened', async (scope, fact) => {
    await hold(scope)
    const { rows } = await sql`select from facts f where f.org_id = ${scope.org} and f.type = 'academy.closed'
      and f.id > ${fact.id} limit 1`.execute(scope.db)
    if (rows.length > 0 || (await stories(scope).execute(scope.db)).rows.length > 0) return
    await addEntry(scope, fact, { kind: 'academy.opened', groupId: scope.org, forGroup: true }, [])
  }),
  reaction('academy.closed', 'feed.academy-closed', async (scope, { at }) => {
    await hold(scope)
    await forgetEntries(scope, sql`${stories(scope)} and f.at <= ${at}::timestamptz`)
  }),
]
