import { seeded } from '#platform/seeded'
import { usualPolicy } from '#validation/queue/policy.ts'
import { turnOf } from '#validation/queue/turn.ts'
import { makeCompany, type Sizes, start } from './company.ts'

/**
 * Asks somebody for each of many open courses of a large company, one after the other; says how long the engine took, in
 * milliseconds, when it knew who might be asked for each.
 */
export function assignAll(sizes: Sizes & { seed: number }, items: number): { ms: number; asked: number } {
  const random = seeded(sizes.seed)
  const { people, authors, candidatesFor } = makeCompany(random, sizes)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const now = new Date(start)
  const waiting = Array.from({ length: items }, () => {
    const { id: authorId, group, knows } = pick(authors)
    const candidates = candidatesFor(group, pick([...knows.keys()]))
    const item = { authorId, policy: usualPolicy, askedAt: now, needed: 1, opinions: 0, seats: [] }
    return { item, ground: { candidates, first: new Set<string>(), isReciprocal: () => false } }
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  let asked = 0
  const begun = performance.now()
  for (const { item, ground } of waiting)
    for (const { id } of turnOf(item, ground, now).asks) {
      asked += 1
      const person = byId.get(id)
      if (person) person.open += 1
    }
  const ms = performance.now() - begun
  if (people.some(({ open }) => open > usualPolicy.mostOpen))
    throw new Error('Somebody has more than the cap.')
  return { ms, asked }
}
