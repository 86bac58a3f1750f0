import type { Stream } from '#platform/db/copy'
import { laps } from '#platform/laps'
import type { Quiet } from '#platform/scope'
import type { InTransaction, LongWork } from '#platform/threads'
import { regarded } from '../expertise/acts.ts'
import { retellMisses } from '../map/misses.ts'
import { isOnNow } from '../purposes.ts'
import { signalKinds } from '../signals/kinds.ts'
import { beginBase } from './base.ts'
import { findHelpers } from './compute.ts'
import { keepBase } from './keep-base.ts'
import { type Known, readAll, readFromBase } from './known.ts'
import { readMembers } from './members.ts'
import { dayOf } from './read.ts'
import { readSettings } from './read-settings.ts'
import { readTopics, type Topics, topicsOfAbouts } from './topics.ts'
import { sortOf, weightsOf } from './weights.ts'
import { writeFound, writeTopics } from './write.ts'

export interface Counted {
  /** Whether help was counted. */
  isCounted: boolean
  /** Seconds by what was done. */
  took: Record<string, number>
}

/** With fewer signals than this all of them are quickly read. */
const large = 100_000
/** So many signals no organization has: all of them are read, whatever is packed. */
const notEvenOne = 2 ** 31 - 1

/**
 * Counts anew how much everybody of an organization helps others, and puts that in the place of what was known, all of it
 * or nothing; and says of which topic each need and course is, which is of nobody in particular. Where detection is off
 * it does only that. Of a large organization it reads what changed since the last time (docs/decisions/0029).
 */
export const work: LongWork<Counted> = (inTransaction) => countHelp(inTransaction, large)

/** The same, and from how many signals on an organization is a large one. */
export async function countHelp(inTransaction: InTransaction, from: number): Promise<Counted> {
  const { lap, took } = laps()
  const topics = await inTransaction(true, readTopics)
  await inTransaction(false, async (scope) => {
    await writeTopics(scope, topics)
    await retellMisses(scope)
  })
  const help = await readHelp(inTransaction, from, lap)
  if (!help) return { isCounted: false, took }
  const { members, known } = help
  if (known.base) await inTransaction(false, (scope) => keepBase(scope, known, members))
  lap('keeping')
  const acts = await inTransaction(true, (scope) => byTopic(scope, topics, known))
  const weights = weightsOf(await inTransaction(true, readSettings))
  // Before anything is locked: whoever switches it off or leaves meanwhile does not wait for this.
  const found = findHelpers({ ...help, acts, topics, weights }, lap)
  const here = members.isHere.reduce((sum, one) => sum + one, 0)
  const summary = { signals: acts.size, members: here, leftOut: known.leftOut, weights }
  const isCounted = await inTransaction(false, (scope) => writeFound(scope, found, summary))
  lap('writing')
  return { isCounted, took }
}

/** Everybody and what they did for others, or null where detection is off. */
async function readHelp(inTransaction: InTransaction, from: number, lap: (name: string) => void) {
  const { isOn, isLarge } = await inTransaction(true, (scope) => findState(scope, from))
  if (!isOn) return null
  const read = async (scope: Quiet, stream: Stream, isAll: boolean) => {
    const members = await readMembers(scope, stream)
    const known = await (isAll ? readAll : readFromBase)(scope, stream, members)
    return known && { known, members, today: dayOf(scope.now) }
  }
  let help = isLarge ? await inTransaction(true, (scope, stream) => read(scope, stream, false)) : null
  if (!help) {
    if (isLarge) await inTransaction(false, beginBase)
    help = await inTransaction(true, (scope, stream) => read(scope, stream, true))
  }
  lap('reading')
  return help
}

/** What a count reads, of nobody in particular and of everybody, all of it; null where detection is off. */
export async function readWhole(inTransaction: InTransaction) {
  const topics = await inTransaction(true, readTopics)
  const help = await readHelp(inTransaction, notEvenOne, () => undefined)
  if (!help) return null
  const { members, today, known } = help
  return { topics, members, today, acts: await inTransaction(true, (scope) => byTopic(scope, topics, known)) }
}

async function findState(scope: Quiet, from: number) {
  return scope.db
    .selectNoFrom(({ exists, selectFrom }) => [
      isOnNow(scope, 'detection').as('isOn'),
      exists(
        selectFrom('detections').select('orgId').where('orgId', '=', scope.org).where('signals', '>=', from),
      ).as('isLarge'),
    ])
    .executeTakeFirstOrThrow()
}

/** The acts by kind of help and topic. */
async function byTopic(scope: Quiet, topics: Topics, { acts, abouts }: Known) {
  const topicOf = await topicsOfAbouts(scope, topics, abouts)
  const kinds = signalKinds.length
  return regarded(acts, (regard) => sortOf(regard % kinds, topicOf[Math.floor(regard / kinds)] ?? 0))
}
