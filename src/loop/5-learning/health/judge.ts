import { sql } from 'kysely'
import { privacy } from '#leader'
import { holdAlone } from '#platform/db/locks'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Thresholds } from '../health.contract.ts'
import { changeItem } from './rows.ts'
import { dayAfter, type State, type Wanted, wantedFor } from './rules.ts'
import { shareOf } from './score.ts'
import { readThresholds } from './settings-row.ts'
import { findTwin, readItems, readSaid, readStored, type Stored, type StoredItem } from './state.ts'
import { peopleSaying, type Said, wordsOf } from './words.ts'

const day = 86_400_000
const later = (one: string, other: string | null): string => (other !== null && other > one ? other : one)

export interface Cause {
  /** Who did what it is judged for. */
  by?: string | null
  /** It was just published: others may say nearly the same. */
  isNew?: boolean
}

interface Judging {
  thresholds: Thresholds
  fewest: number
  by: string | null
}

async function readFewest(scope: Scope): Promise<number> {
  const { rows } = await sql<{ fewest: number }>`select ${privacy.fewestTold(scope)} as fewest`.execute(
    scope.db,
  )
  return rows[0]?.fewest ?? privacy.usualFewest
}

/**
 * Looks at some courses and has content looked after: opens what is to be done, closes what was done or is no more to
 * be done, and takes up again what was closed by something that was undone. Done again, it changes nothing.
 */
export async function judge(scope: Scope, ids: string[], { by = null, isNew = false }: Cause = {}) {
  if (ids.length === 0) return
  await holdAlone(scope, `health items ${scope.org}`)
  const [thresholds, fewest] = [await readThresholds(scope), await readFewest(scope)]
  const unusedFrom = new Date(scope.now.getTime() - thresholds.verifyAfterDays * day)
  const stored = await readStored(scope, ids, unusedFrom)
  const said = Map.groupBy(await readSaid(scope, ids), ({ courseId }) => courseId)
  const items = Map.groupBy(await readItems(scope, ids), ({ courseId }) => courseId)
  const judging = { thresholds, fewest, by }
  let isChanged = false
  for (const course of stored) {
    const known = items.get(course.id) ?? []
    const words = said.get(course.id) ?? []
    const twin = isNew && !course.retiredAt ? await findTwin(scope, course.id) : null
    const now = { ...scope, now: latest(scope, course, words, known) }
    const wanted = wantedOf(now, judging, course, { said: words, known, twin })
    if (await settle(now, judging, course, wanted, known)) isChanged = true
  }
  if (isChanged) tell(scope, { topics: ['health'] })
}

/** The moment at which a course is judged: a reaction may run late, and must not undo what was found since its fact. */
function latest({ now }: Scope, course: Stored, said: Said[], known: StoredItem[]): Date {
  const looked = [course.publishedAt, course.verifiedAt, course.retiredAt]
  const found = known.flatMap(({ openedAt, closedAt }) => [openedAt, closedAt])
  const moments = [...looked, ...found, ...said.map(({ at }) => at)].map((at) => Date.parse(at ?? ''))
  return new Date(Math.max(now.getTime(), ...moments.filter((at) => !Number.isNaN(at))))
}

interface Known {
  said: Said[]
  known: StoredItem[]
  twin: string | null
}

interface WantedNow extends Wanted {
  otherId: string | null
}

/** What is to be done with a course as it stands. */
function wantedOf(
  scope: Scope,
  { thresholds, fewest }: Judging,
  course: Stored,
  { said, known, twin }: Known,
): WantedNow[] {
  if (course.retiredAt) return []
  const lookedAt = later(course.publishedAt, course.verifiedAt)
  const since = said.filter(({ at }) => at > lookedAt)
  const open = known.find(({ kind, closedAt }) => kind === 'merge' && closedAt === null)
  const before = open?.isOtherThere ? open.otherId : undone(known, 'merge', lookedAt)?.otherId
  const otherId = before ?? twin
  const isAnswered = course.verifyBy !== null && course.verifyBy < lookedAt.slice(0, 10)
  const state: State = {
    today: scope.now.toISOString().slice(0, 10),
    lookedAt: lookedAt.slice(0, 10),
    verifyBy: isAnswered ? null : course.verifyBy,
    share: shareOf(wordsOf(since), scope.now.getTime()),
    outdated: peopleSaying(since, 'outdated'),
    wrong: peopleSaying(since, 'wrong'),
    isUnused: course.isUnused,
    otherId,
  }
  const held = scope.now.getTime() - thresholds.verifyAfterDays * day
  const isDismissed = ({ kind }: Wanted) =>
    kind !== 'merge' &&
    known.some(
      (one) =>
        one.kind === kind &&
        one.outcome === 'dismissed' &&
        (one.closedAt ?? '') > lookedAt &&
        Date.parse(one.closedAt ?? '') > held,
    )
  return wantedFor(state, thresholds, fewest)
    .filter((one) => !isDismissed(one))
    .map((one) => ({ ...one, otherId: one.kind === 'merge' ? otherId : null }))
}

/** An item that something closed which does not stand any more: nobody has looked at the course since. */
const undone = (known: StoredItem[], kind: string, lookedAt: string): StoredItem | undefined =>
  known.find(
    (one) =>
      one.kind === kind &&
      one.closedAt !== null &&
      one.closedAt > lookedAt &&
      one.outcome !== 'dismissed' &&
      (kind === 'merge' ? one.isOtherThere : one.outcome !== 'eased'),
  )

/** Makes what is open what is wanted; answers whether anything changed. */
async function settle(
  scope: Scope,
  judging: Judging,
  course: Stored,
  wanted: WantedNow[],
  known: StoredItem[],
) {
  const open = known.filter(({ closedAt }) => closedAt === null)
  const gone = open.filter(({ kind }) => !wanted.some((one) => one.kind === kind))
  for (const item of gone) await close(scope, judging, course, item)
  let isChanged = gone.length > 0
  for (const one of wanted) {
    const item = open.find(({ kind }) => kind === one.kind)
    if (item && item.why.join() === one.why.join()) continue
    isChanged = true
    if (item) await changeItem(scope, item.id, { why: one.why })
    else await openItem(scope, judging, course, one, known)
  }
  return isChanged
}

async function openItem(
  scope: Scope,
  { thresholds }: Judging,
  course: Stored,
  wanted: WantedNow,
  known: StoredItem[],
) {
  const { kind, why, otherId } = wanted
  const { id: courseId, ownerId } = course
  const again = undone(known, kind, later(course.publishedAt, course.verifiedAt))
  if (again) {
    await changeItem(scope, again.id, { closedAt: null, closedBy: null, outcome: null, why })
    await record(scope, 'health.reopened', { itemId: again.id, courseId, kind })
    return
  }
  const itemId = newIdIn(scope)
  const dueOn = dayAfter(scope.now.toISOString().slice(0, 10), thresholds.daysToAct)
  await scope.db
    .insertInto('healthItems')
    .values({
      orgId: scope.org,
      id: itemId,
      courseId,
      kind,
      why,
      otherId,
      ownerId,
      dueOn,
      openedAt: scope.now,
    })
    .execute()
  await record(scope, 'health.opened', { itemId, courseId, kind, why, ownerId, dueOn })
}

/** By what an item that is no more wanted was closed. */
function outcomeOf({ retiredAt, mergedInto, verifiedAt, publishedAt }: Stored, { openedAt }: StoredItem) {
  if (retiredAt) return mergedInto ? 'merged' : 'retired'
  const last = later(publishedAt, verifiedAt)
  if (last <= openedAt) return 'eased'
  return last === verifiedAt ? 'verified' : 'published'
}

async function close(scope: Scope, { by }: Judging, course: Stored, item: StoredItem): Promise<void> {
  const outcome = outcomeOf(course, item)
  await changeItem(scope, item.id, {
    closedAt: scope.now,
    closedBy: outcome === 'eased' ? null : by,
    outcome,
    note: '',
  })
  await record(scope, 'health.closed', { itemId: item.id, courseId: item.courseId, kind: item.kind, outcome })
}
