import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { conflict, invalid, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { lockAbsences } from '../absences.ts'
import { takesPart } from '../part.ts'
import { dropSignal, keepSignal } from '../signals/keep.ts'
import { notingChange } from '../signals/note.ts'
import { fromSurveys } from '../signals/sources.ts'
import type { MySurvey } from '../survey.contract.ts'
import { askNext } from './asking.ts'
import { type Asked, findAsked, getMySurvey, type Said } from './mine.ts'
import { refuseUnlessOn } from './standing.ts'

/** What makes a naming one. It names people, so no key is ever told. */
const keyOf = (scope: Scope, surveyId: string, named: string): string =>
  `${surveyId}:${scope.actor.id}:${named}`

/** The actor's invitation to a survey that is open, until the transaction ends theirs alone to answer. */
async function lockAsked(scope: Scope, surveyId: string): Promise<Asked> {
  await refuseUnlessOn(scope)
  await lockAbsences(scope)
  if (!(await takesPart(scope, scope.actor.id))) throw notFound('survey')
  // Who closes it waits for those who are just answering, and they for it.
  await sql`select from surveys where org_id = ${scope.org} and id = ${surveyId} for share`.execute(scope.db)
  await sql`select from survey_invitations where org_id = ${scope.org} and survey_id = ${surveyId}
    and member_id = ${scope.actor.id} for update`.execute(scope.db)
  const asked = await findAsked(scope, surveyId)
  if (!asked.isOpen) throw conflict('survey.closed')
  return asked
}

/** Refuses naming oneself, somebody twice, and of those who were not named before whoever is not here. */
async function refuse(scope: Scope, said: readonly Said[], before: ReadonlySet<string>): Promise<void> {
  const ids = said.map(({ memberId }) => memberId)
  const { rows } = await sql<{ id: string; hasLeft: boolean }>`select id, left_at is not null as has_left
    from members where org_id = ${scope.org} and id = any(${ids}::uuid[])`.execute(scope.db)
  const known = new Map(rows.map(({ id, hasLeft }) => [id, hasLeft]))
  const faults = ids.flatMap((id, at) => {
    const [part, pointer] = ['body' as const, `/namings/${at}/memberId`]
    if (id === scope.actor.id) return [{ part, pointer, code: 'survey.self' }]
    if (ids.indexOf(id) < at) return [{ part, pointer, code: 'survey.twice' }]
    if (!known.has(id)) return [{ part, pointer, code: 'survey.unknown' }]
    return known.get(id) && !before.has(id) ? [{ part, pointer, code: 'survey.has-left' }] : []
  })
  if (faults.length > 0) throw invalid(faults)
}

/**
 * Keeps each naming as a signal: new ones from now on, those that stand as they were, and those that are said no more
 * not at all. Whoever takes no part may be named, so that nobody is told, and nothing is kept of it.
 */
async function keepNamings(scope: Scope, surveyId: string, before: readonly Said[], said: readonly Said[]) {
  const topics = new Map(before.map(({ memberId, topic }) => [memberId, topic]))
  const gone = new Set(topics.keys())
  for (const { memberId, topic } of said) {
    const key = keyOf(scope, surveyId, memberId)
    gone.delete(memberId)
    if (!topics.has(memberId)) {
      const signal = { key, kind: 'named' as const, helperId: memberId, helpedId: scope.actor.id }
      await keepSignal(scope, { ...signal, source: fromSurveys, topic: topic || null })
    } else if (topics.get(memberId) !== topic)
      await notingChange(scope, sql`source = ${fromSurveys} and key = ${key}`, sql`topic = ${topic || null}`)
  }
  for (const memberId of gone) await dropSignal(scope, keyOf(scope, surveyId, memberId), fromSurveys)
}

async function write(scope: Scope, surveyId: string, values: { said: Said[] | null }): Promise<void> {
  const { said } = values
  await scope.db
    .updateTable('surveyInvitations')
    .set({
      said: said && JSON.stringify(said),
      answeredAt: said ? scope.now : null,
      declinedAt: said ? null : scope.now,
    })
    .where('orgId', '=', scope.org)
    .where('surveyId', '=', surveyId)
    .where('memberId', '=', scope.actor.id)
    .execute()
  // Whom somebody named stands in no fact, and neither does whether they named anybody.
  await record(scope, 'survey.answered', { surveyId })
}

/**
 * Says who helps the actor, in the place of what they said before; whoever is named and belongs to the group is asked
 * next. Saying the same again changes nothing.
 */
export async function answerSurvey(scope: Scope, surveyId: string, said: Said[]): Promise<MySurvey> {
  const asked = await lockAsked(scope, surveyId)
  const before = asked.said ?? []
  const known = new Set(before.map(({ memberId }) => memberId))
  await refuse(scope, said, known)
  if (asked.answeredAt && isDeepStrictEqual(before, said)) return getMySurvey(scope, surveyId)
  await keepNamings(scope, surveyId, before, said)
  const named = said.map(({ memberId }) => memberId).filter((id) => !known.has(id))
  const wave = { surveyId, groupId: asked.group.id, wave: asked.wave + 1 }
  const next = await askNext(scope, wave, named)
  await write(scope, surveyId, { said })
  // Who opened it is not told at that moment: it could be seen who has just answered.
  tell(scope, { topics: ['surveys'], to: [scope.actor.id, ...next] })
  return getMySurvey(scope, surveyId)
}

/** The actor will not answer: what they said is taken back. Declining again changes nothing. */
export async function declineSurvey(scope: Scope, surveyId: string): Promise<MySurvey> {
  const asked = await lockAsked(scope, surveyId)
  if (asked.declinedAt) return getMySurvey(scope, surveyId)
  await keepNamings(scope, surveyId, asked.said ?? [], [])
  await write(scope, surveyId, { said: null })
  tell(scope, { topics: ['surveys'], to: [scope.actor.id] })
  return getMySurvey(scope, surveyId)
}
