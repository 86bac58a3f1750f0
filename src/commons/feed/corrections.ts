import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'

/** Gives the entry of a comment the words it has now; none while it is removed. */
async function renewWords(scope: Scope, commentId: string): Promise<void> {
  await sql`update feed_entries f
    set data = jsonb_set(f.data, '{words}', to_jsonb(case when c.removed_at is null then left(c.body, 200) else '' end))
    from comments c where c.org_id = ${scope.org} and c.id = ${commentId}
      and f.org_id = c.org_id and f.actor_id = c.author_id and f.kind = 'comment.made'
      and f.data->>'commentId' = ${commentId}::text`.execute(scope.db)
  tell(scope, { topics: ['feed'] })
}

/** Takes the entry of thanks that were taken back out of every feed. */
async function forgetKudos(scope: Scope, kudosId: string, fromId: string): Promise<void> {
  const entries = sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.actor_id = ${fromId}
    and f.kind = 'kudos.given' and f.data->>'kudosId' = ${kudosId}::text`
  await sql`delete from feed_audience a where a.org_id = ${scope.org} and a.entry_id in (${entries})`.execute(
    scope.db,
  )
  await sql`delete from feed_entries e where e.org_id = ${scope.org} and e.id in (${entries})`.execute(
    scope.db,
  )
  tell(scope, { topics: ['feed'] })
}

/** What is changed or taken back is so in the feed too. */
export const corrections: Reaction[] = [
  reaction('comment.changed', 'feed.comment-changed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.removed', 'feed.comment-removed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.returned', 'feed.comment-returned', (scope, { data }) =>
    renewWords(scope, data.commentId),
  ),
  reaction('kudos.withdrawn', 'feed.kudos-withdrawn', (scope, { data }) =>
    forgetKudos(scope, data.kudosId, data.fromId),
  ),
]
