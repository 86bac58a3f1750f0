import { sql } from 'kysely'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'

const told = (ids: readonly string[], reason: 'you-come' | 'you-posted' | 'mentioned-you') =>
  ids.map((memberId) => ({ memberId, reason }))

/** What concerns somebody of what leaders say, offer and ask one another: they hear of it, and nobody else. */
export const community: Reaction[] = [
  reaction('post.discussed', 'feed.post-discussed', async (scope, fact) => {
    const { postId, groupId, title, commentId, words, toIds, mentionedIds } = fact.data
    const entry = { kind: 'post.discussed' as const, groupId, data: { postId, title, commentId, words } }
    await addEntry(scope, fact, entry, [...told(mentionedIds, 'mentioned-you'), ...told(toIds, 'you-posted')])
  }),
  reaction('post.withdrawn', 'feed.post-withdrawn', (scope, { data }) =>
    forgetEntries(
      scope,
      sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.group_id = ${data.groupId}
        and f.kind = 'post.discussed' and f.data->>'postId' = ${data.postId}::text`,
    ),
  ),
  reaction('hour.joined', 'feed.hour-joined', async (scope, fact) => {
    const { groupId, topic, hostId: memberId } = fact.data
    const entry = { kind: 'hour.joined' as const, groupId, data: { topic } }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-host' }])
  }),
  reaction('hour.changed', 'feed.hour-changed', async (scope, fact) => {
    const { groupId, topic, startsAt, guestIds } = fact.data
    const entry = { kind: 'hour.changed' as const, groupId, data: { topic, startsAt } }
    await addEntry(scope, fact, entry, told(guestIds, 'you-come'))
  }),
  reaction('hour.cancelled', 'feed.hour-cancelled', async (scope, fact) => {
    const { groupId, topic, startsAt, why, guestIds } = fact.data
    const entry = { kind: 'hour.cancelled' as const, groupId, data: { topic, startsAt, words: why } }
    await addEntry(scope, fact, entry, told(guestIds, 'you-come'))
  }),
  reaction('coaching.asked', 'feed.coaching-asked', async (scope, fact) => {
    const { coachId: memberId, topic, words } = fact.data
    const data = { topic, words: words.slice(0, 200) }
    const entry = { kind: 'coaching.asked' as const, groupId: scope.org, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'asked-you' }])
  }),
  reaction('coaching.answered', 'feed.coaching-answered', async (scope, fact) => {
    const { askerId: memberId, answer, note } = fact.data
    const data = { answer, words: note.slice(0, 200) }
    const entry = { kind: 'coaching.answered' as const, groupId: scope.org, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-asked' }])
  }),
  reaction('coaching.ended', 'feed.coaching-ended', async (scope, fact) => {
    const both = [fact.data.askerId, fact.data.coachId]
    const entry = { kind: 'coaching.ended' as const, groupId: scope.org }
    const audience = both.map((memberId) => ({ memberId, reason: 'in-coaching' as const }))
    await addEntry(scope, fact, entry, audience)
  }),
]
