import { type Reaction, reaction } from '#record'
import { type Audience, addEntry } from './entries.ts'

const about = (...ids: (string | null)[]): Audience =>
  ids.flatMap((memberId) => (memberId ? [{ memberId, reason: 'your-time' as const }] : []))

/** Whoever is asked for time for leading hears of it, and both hear what becomes of it; nobody else. */
export const protectedTime: Reaction[] = [
  reaction('time.asked', 'feed.time-asked', async (scope, fact) => {
    const { groupId, hours, why, managerIds } = fact.data
    const data = { hours, words: why.slice(0, 200) }
    const audience = managerIds.map((memberId) => ({ memberId, reason: 'asked-you' as const }))
    await addEntry(scope, fact, { kind: 'time.asked', groupId, data }, audience)
  }),
  reaction('time.proposed', 'feed.time-proposed', async (scope, fact) => {
    const { groupId, hours, words, memberId } = fact.data
    const data = { hours, words: words.slice(0, 200) }
    await addEntry(scope, fact, { kind: 'time.proposed', groupId, data }, about(memberId))
  }),
  reaction('time.agreed', 'feed.time-agreed', async (scope, fact) => {
    const { groupId, hours, words, memberId, managerId } = fact.data
    const data = { hours, words: words.slice(0, 200) }
    await addEntry(scope, fact, { kind: 'time.agreed', groupId, data }, about(memberId, managerId))
  }),
  reaction('time.declined', 'feed.time-declined', async (scope, fact) => {
    const { groupId, words, memberId } = fact.data
    const data = { words: words.slice(0, 200) }
    await addEntry(scope, fact, { kind: 'time.declined', groupId, data }, about(memberId))
  }),
  reaction('time.ended', 'feed.time-ended', async (scope, fact) => {
    const { groupId, why, memberId, managerId } = fact.data
    const data = { words: why.slice(0, 200) }
    await addEntry(scope, fact, { kind: 'time.ended', groupId, data }, about(memberId, managerId))
  }),
  reaction('time.reported', 'feed.time-reported', async (scope, fact) => {
    const { groupId, memberId, managerId, month, minutes } = fact.data
    await addEntry(
      scope,
      fact,
      { kind: 'time.reported', groupId, data: { month, minutes } },
      about(memberId, managerId),
    )
  }),
]
