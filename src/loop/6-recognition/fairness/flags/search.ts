import type { LongWork } from '#platform/threads'
import { type Evidence, evidenceOf } from '../rings/evidence.ts'
import { findRings } from '../rings/rings.ts'
import { readPeople, readThanks } from './read.ts'

/** People who thank one another more than anything explains. */
export interface FoundRing extends Evidence {
  memberIds: string[]
}

export interface Searched {
  /** How many thanks were looked through. */
  thanks: number
  rings: FoundRing[]
}

/** Looks through the thanks of a year for rings of people who are here. It writes nothing. */
export const work: LongWork<Searched> = async (inTransaction) => {
  const { people, thanks } = await inTransaction(true, async (scope, stream) => {
    const read = await readPeople(scope)
    return { people: read, thanks: await readThanks(scope, stream, read.ids.length) }
  })
  const rings = findRings(thanks, people.groups).filter(({ members }) =>
    members.every((one) => people.isHere[one]),
  )
  const evidence = evidenceOf(thanks, rings)
  return {
    thanks: thanks.from.length,
    rings: rings.map(({ members }, at) => ({
      memberIds: members.map((one) => people.ids[one] as string),
      ...(evidence[at] as Evidence),
    })),
  }
}
