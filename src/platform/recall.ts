/** Answers that are dear to compute and asked for often, remembered until what they are made of changes. */
export interface Recall {
  /**
   * What `compute` answered for this key, until something is told on `topic` in the organization. Only for reads, and
   * the key must hold everything the answer depends on, above all what the reader may see.
   */
  of: <T>(where: { org: string; topic: string; key: string }, compute: () => Promise<T>) => Promise<T>
  /** Something was told on these topics. */
  forget: (org: string, topics: readonly string[]) => void
  forgetAll: () => void
}

const mostKeys = 100

/** The memory of this process. Callers at the same moment share one computation. */
export function createRecall(): Recall {
  const byTopic = new Map<string, Map<string, Promise<unknown>>>()
  const placeOf = (org: string, topic: string) => `${org} ${topic}`
  return {
    of: async <T>(
      { org, topic, key }: { org: string; topic: string; key: string },
      compute: () => Promise<T>,
    ) => {
      const place = placeOf(org, topic)
      const known = byTopic.get(place) ?? new Map<string, Promise<unknown>>()
      byTopic.set(place, known)
      const remembered = known.get(key)
      if (remembered) return (await remembered) as T
      // What is forgotten while it is computed stays forgotten: it goes into a map that nobody reads any more.
      const computing = compute()
      known.set(key, computing)
      if (known.size > mostKeys) known.delete(known.keys().next().value ?? '')
      try {
        return await computing
      } catch (error) {
        known.delete(key)
        throw error
      }
    },
    forget: (org, topics) => {
      for (const topic of topics) byTopic.delete(placeOf(org, topic))
    },
    forgetAll: () => byTopic.clear(),
  }
}
