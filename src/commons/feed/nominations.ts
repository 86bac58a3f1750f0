import { type Reaction, reaction } from '#record'
import { addEntry } from './entries.ts'

/** Whoever is asked to lead hears of it, and again when it is later as they wished, and whoever asked hears the answer, also of what they contested; nobody else. */
export const nominations: Reaction[] = [
  reaction('nomination.decided', 'feed.nomination-asked', async (scope, fact) => {
    const { memberId, groupId, decision, reason, nominationId } = fact.data
    if (decision !== 'confirmed') return
    const entry = { kind: 'nomination.asked' as const, groupId, data: { words: reason, nominationId } }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'asked-you' }])
  }),
  reaction('nomination.asked-again', 'feed.nomination-asked-again', async (scope, fact) => {
    const { memberId, groupId, reason, nominationId, askedBy } = fact.data
    const entry = { kind: 'nomination.asked' as const, groupId, data: { words: reason, nominationId } }
    // A job asks, in the name of who did the first time.
    await addEntry(scope, { ...fact, actorId: askedBy }, entry, [{ memberId, reason: 'asked-you' }])
  }),
  reaction('nomination.answered', 'feed.nomination-answered', async (scope, fact) => {
    const { askedBy: memberId, groupId, answer, nominationId, note = '' } = fact.data
    const data = { answer, nominationId, words: note.slice(0, 200) }
    const entry = { kind: 'nomination.answered' as const, groupId, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-asked' }])
  }),
  reaction('contest.answered', 'feed.contest-answered', async (scope, fact) => {
    const { memberId, groupId, answer } = fact.data
    const entry = { kind: 'contest.answered' as const, groupId, data: { words: answer.slice(0, 200) } }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-asked' }])
  }),
]
