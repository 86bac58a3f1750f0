import { type Act, nobody } from '#leader/expertise/acts.ts'
import { seeded } from '#platform/seeded'

const throngDays = 365
export const throngToday = 20_000
const groupSize = 200

/**
 * Acts of help in an organization of any size, made one by one from a seed: fifty a member in a year. Who helps follows a
 * power law (the first hundredth of the members does a fifth of it), who is helped is of the same group of two hundred in
 * seven of ten cases, every third act is found useful by somebody and every third is accepted.
 */
export function* throng(members: number, acts: number, seed: number): Iterable<Act> {
  const random = seeded(seed)
  for (let count = 0; count < acts; count += 1) {
    // Members of all groups are among those who help most: the place in the order is spread over the numbers.
    const place = Math.floor(members * random() ** 2.9)
    const helper = (place * 7919) % members
    const start = helper - (helper % groupSize)
    const isNear = random() < 0.7
    const found = isNear ? start + Math.floor(random() * groupSize) : Math.floor(random() * members)
    const helped = found >= members || found === helper ? nobody : found
    const day = throngToday - Math.floor(random() * throngDays)
    const useful = random() < 1 / 3 ? 1 + Math.floor(random() * 4) : 0
    yield { helper, helped, day, kind: 0, useful, accepted: random() < 1 / 3 }
  }
}
