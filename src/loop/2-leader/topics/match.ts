/** Words by which a text is of a topic, by their stems. */
export interface TopicWords {
  topicId: string
  stems: readonly string[]
}

/**
 * Tells of which topic a text is, from its stems: the one with the longest words that all stand in it, of those alike
 * the first by alphabet; null for none. Only topics that share a first word with the text are looked at.
 */
export function topicMatcher(all: readonly TopicWords[]): (stems: readonly string[]) => string | null {
  const order = [...all]
    .filter(({ stems }) => stems.length > 0)
    .sort((a, b) => b.stems.length - a.stems.length || (a.stems.join(' ') < b.stems.join(' ') ? -1 : 1))
  const byFirst = new Map<string, number[]>()
  for (const [place, { stems }] of order.entries()) {
    const [first = ''] = stems
    byFirst.set(first, [...(byFirst.get(first) ?? []), place])
  }
  return (stems) => {
    const has = new Set(stems)
    let best = order.length
    for (const stem of has)
      for (const place of byFirst.get(stem) ?? [])
        if (place < best && order[place]?.stems.every((one) => has.has(one))) best = place
    return order[best]?.topicId ?? null
  }
}
