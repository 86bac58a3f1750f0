import { sql } from 'kysely'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import type { Attempt, Mark } from '../calibration.contract.ts'
import { type UsualCriterion, usualCriteria } from '../criteria/names.ts'
import { placesIn } from './courses.ts'
import { findPractice } from './practice.ts'

export interface Row {
  practice: string
  number: number
  marks: unknown
  levels: unknown
  comparedAt: string | null
}

/** SQL: what the actor practised, and nobody else’s. */
export const ownAttempts = ({ db, org, actor }: Pick<Scope, 'db' | 'org' | 'actor'>) =>
  db
    .selectFrom('practiceAttempts')
    .select(['practice', 'number', 'marks', 'levels', 'comparedAt'])
    .where('orgId', '=', org)
    .where('memberId', '=', actor.id)

export const levelsOf = ({ levels }: Pick<Row, 'levels'>) => levels as Partial<Record<UsualCriterion, number>>

export const marksOf = ({ marks }: Pick<Row, 'marks'>): Mark[] =>
  Object.entries(marks as Record<string, Omit<Mark, 'place'>>).map(([place, said]) => ({ place, ...said }))

export const attemptOf = (row: Row | undefined): Attempt => ({
  number: row?.number ?? 1,
  marks: row ? marksOf(row) : [],
  levels: usualCriteria.flatMap((criterion) => {
    const level = row && levelsOf(row)[criterion]
    return level ? { criterion, level } : []
  }),
  comparedAt: row?.comparedAt ?? null,
})

export const lastAttempt = (scope: Scope, practice: string): Promise<Row | undefined> =>
  ownAttempts(scope).where('practice', '=', practice).orderBy('number', 'desc').limit(1).executeTakeFirst()

/** The actor’s last attempt, kept from changing; the first one begins with it. */
async function lockAttempt(scope: Scope, practice: string): Promise<Row> {
  findPractice(practice, 'en')
  await begin(scope, practice, 1)
  const row = await ownAttempts(scope)
    .where('practice', '=', practice)
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row
}

const begin = ({ db, org, actor, now }: Scope, practice: string, number: number) =>
  db
    .insertInto('practiceAttempts')
    .values({ orgId: org, memberId: actor.id, practice, number, begunAt: now })
    .onConflict((one) => one.doNothing())
    .execute()

async function lockOpen(scope: Scope, practice: string): Promise<Row> {
  const row = await lockAttempt(scope, practice)
  if (row.comparedAt) throw conflict('practice.compared')
  return row
}

const change = ({ db, org, actor }: Scope, { practice, number }: Row) =>
  db
    .updateTable('practiceAttempts')
    .where('orgId', '=', org)
    .where('memberId', '=', actor.id)
    .where('practice', '=', practice)
    .where('number', '=', number)

const told = async (scope: Scope, practice: string): Promise<Attempt> => {
  tell(scope, { topics: ['practice'], to: [scope.actor.id] })
  return attemptOf(await lastAttempt(scope, practice))
}

/** Says what is wrong with a block or step, or takes that back. Nothing of it is on record: it is nobody else’s. */
export async function markPractice(
  scope: Scope,
  { practice, place }: { practice: string; place: string },
  { criterion, note }: { criterion: UsualCriterion | null; note: string },
): Promise<Attempt> {
  if (!placesIn(findPractice(practice, 'en')).includes(place)) throw notFound('practice')
  const row = await lockOpen(scope, practice)
  const said = JSON.stringify({ [place]: { criterion, note } })
  const marks = criterion ? sql<string>`marks || ${said}::jsonb` : sql<string>`marks - ${place}::text`
  await change(scope, row).set({ marks }).execute()
  return told(scope, practice)
}

/** Says on which level the course is, on each criterion that is named. */
export async function judgePractice(
  scope: Scope,
  practice: string,
  levels: Partial<Record<UsualCriterion, number | undefined>>,
): Promise<Attempt> {
  const row = await lockOpen(scope, practice)
  const said = JSON.stringify(levels)
  await change(scope, row)
    .set({ levels: sql<string>`levels || ${said}::jsonb` })
    .execute()
  return told(scope, practice)
}

/** Ends the attempt, so that what is known of the course is told. Doing it again changes nothing. */
export async function comparePractice(scope: Scope, practice: string): Promise<Attempt> {
  const row = await lockAttempt(scope, practice)
  if (row.comparedAt) return attemptOf(row)
  const count = usualCriteria.filter((criterion) => !levelsOf(row)[criterion]).length
  if (count > 0) throw conflict('practice.unjudged', { count })
  await change(scope, row).set({ comparedAt: scope.now }).execute()
  return told(scope, practice)
}

/** Begins a course anew. What was said before stays, for how one judged the first time. */
export async function repeatPractice(scope: Scope, practice: string): Promise<Attempt> {
  const row = await lockAttempt(scope, practice)
  if (!row.comparedAt) throw conflict('practice.open')
  await begin(scope, practice, row.number + 1)
  return told(scope, practice)
}

/** Deletes all that somebody practised; answers how many attempts there were. */
export async function deletePractice(
  { db, org }: Pick<Scope, 'db' | 'org'>,
  memberId: string,
): Promise<number> {
  const gone = await db
    .deleteFrom('practiceAttempts')
    .where('orgId', '=', org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Deletes all that the actor practised. */
export async function forgetPractice(scope: Scope): Promise<{ forgotten: number }> {
  const forgotten = await deletePractice(scope, scope.actor.id)
  tell(scope, { topics: ['practice'], to: [scope.actor.id] })
  return { forgotten }
}
