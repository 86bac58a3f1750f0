/** What is known of a leader where it is asked who may coach whom. */
export interface Known {
  id: string
  topics: readonly { id: string; name: string }[]
  /** ISO 639-1. */
  languages: readonly string[]
}

export interface Coach extends Known {
  /** How many they coach at once at most, and how many they coach or were asked to. */
  atOnce: number
  load: number
  /** How many courses of theirs are published. */
  published: number
}

/** What two leaders share: the same whichever of them is asked about. */
export interface Shared {
  topics: { id: string; name: string }[]
  languages: string[]
}

export interface Proposal extends Shared {
  coachId: string
  /** How many more they would coach. */
  free: number
  published: number
}

export const mostProposed = 3

const byName = (a: { id: string; name: string }, b: { id: string; name: string }) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1

export function sharedBy(one: Known, other: Known): Shared {
  const others = new Set(other.topics.map(({ id }) => id))
  const spoken = new Set(other.languages)
  return {
    topics: one.topics.filter(({ id }) => others.has(id)).sort(byName),
    languages: one.languages.filter((language) => spoken.has(language)).sort(),
  }
}

/** How well a proposal fits, the better the less: the topic asked for, what else they share, how much time there is. */
const rankOf = ({ topics, free, published, coachId }: Proposal, topicId: string | null) =>
  [topics.some(({ id }) => id === topicId) ? 0 : 1, -topics.length, -free, -published, coachId] as const

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

/**
 * Who might coach somebody, the best first: never they themselves, nobody who has no time or no language in common, and
 * nobody of `without`. The order of `coaches` does not count.
 */
export function proposeCoaches(
  asker: Known & { topicId: string | null },
  coaches: readonly Coach[],
  without: ReadonlySet<string> = new Set(),
): Proposal[] {
  return coaches
    .filter(({ id, load, atOnce }) => id !== asker.id && !without.has(id) && load < atOnce)
    .map((coach) => {
      const { id: coachId, atOnce, load, published } = coach
      return { coachId, ...sharedBy(asker, coach), free: atOnce - load, published }
    })
    .filter(({ languages }) => languages.length > 0)
    .sort((a, b) => compare(rankOf(a, asker.topicId), rankOf(b, asker.topicId)))
    .slice(0, mostProposed)
}
