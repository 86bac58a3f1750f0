import type { Quiet } from '#platform/scope'
import type { LongWork } from '#platform/threads'
import { retellMisses } from '../map/misses.ts'
import { isOnNow } from '../purposes.ts'
import { findHelpers } from './compute.ts'
import { dayOf, readActs, readMembers, readSettings, readTopics, type Topics } from './read.ts'
import { weightsOf } from './weights.ts'
import { writeFound, writeTopics } from './write.ts'

/**
 * Counts anew how much everybody of an organization helps others, and puts that in the place of what was known, all of it
 * or nothing; and says of which topic each need and course is, which is of nobody in particular. Where detection is off
 * it does only that. Answers whether help was counted.
 */
export const work: LongWork<boolean> = async (inTransaction) => {
  const topics = await inTransaction(true, readTopics)
  await inTransaction(false, async (scope) => {
    await writeTopics(scope, topics)
    await retellMisses(scope)
  })
  const help = await inTransaction(true, (scope) => readHelp(scope, topics))
  if (!help) return false
  const { acts, members, leftOut, weights } = help
  // Before anything is locked: whoever switches it off or leaves meanwhile does not wait for this.
  const found = findHelpers({ ...help, topics })
  const here = members.isHere.filter(Boolean).length
  const summary = { signals: acts.size, members: here, leftOut, weights }
  return inTransaction(false, (scope) => writeFound(scope, found, summary))
}

/** Everybody, what they did for others and what counts how much, or null where detection is off. */
export async function readHelp(scope: Quiet, topics: Topics) {
  const { isOn } = await scope.db
    .selectNoFrom(isOnNow(scope, 'detection').as('isOn'))
    .executeTakeFirstOrThrow()
  if (!isOn) return null
  const [members, settings] = [await readMembers(scope), await readSettings(scope)]
  const { acts, leftOut } = await readActs(scope, members, topics)
  return { acts, leftOut, members, weights: weightsOf(settings), today: dayOf(scope.now) }
}
