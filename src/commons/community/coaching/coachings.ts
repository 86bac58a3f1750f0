import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Coaching } from '../coach.contract.ts'
import { among } from '../members.ts'
import { writeToCoach } from './letters.ts'
import { askForReminder } from './remind.ts'
import { lockCoaching, standingOf } from './rows.ts'

interface Asking {
  coachId: string
  topicId: string | null
  words: string
}

/** Throws 404 or 409 unless somebody would coach one more. Whoever asks them at the same time waits. */
async function refuseUnlessReady(scope: Scope, coachId: string): Promise<void> {
  await holdAlone(scope, `coach ${scope.org} ${coachId}`)
  const { offer } = await standingOf(scope, coachId)
  if (!offer || !(await among(scope, [coachId])).has(coachId)) throw notFound('coach')
  if (offer.load >= offer.atOnce) throw conflict('coaching.full')
}

/** Throws 409 unless the actor is new, and neither asks nor is coached already. */
async function refuseUnlessNew(scope: Scope): Promise<void> {
  await holdAlone(scope, `coached ${scope.org} ${scope.actor.id}`)
  const { can } = await standingOf(scope, scope.actor.id)
  if (!can.ask) throw conflict('coaching.experienced')
  const { rows } =
    await sql`select from coachings where org_id = ${scope.org} and asker_id = ${scope.actor.id}
    and state in ('asked', 'coaching')`.execute(scope.db)
  if (rows.length > 0) throw conflict('coaching.open-already')
}

/** The name of a topic, if one is said; throws 404. */
async function topicNamed({ org, db }: Scope, id: string | null): Promise<string> {
  if (id === null) return ''
  const { rows } = await sql<{
    name: string
  }>`select name from topics where org_id = ${org} and id = ${id}`.execute(db)
  if (!rows[0]) throw notFound('topic')
  return rows[0].name
}

/** Asks somebody who is ready for it to coach the actor. */
export async function askCoach(scope: Scope, { coachId, topicId, words }: Asking): Promise<Coaching> {
  const askerId = scope.actor.id
  if (coachId === askerId) throw conflict('coaching.yourself')
  const topic = await topicNamed(scope, topicId)
  await refuseUnlessNew(scope)
  await refuseUnlessReady(scope, coachId)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('coachings')
    .values({
      ...{ orgId: scope.org, id, askerId, coachId, topicId, words, state: 'asked' },
      askedAt: scope.now,
    })
    .execute()
  await record(scope, 'coaching.asked', { coachingId: id, askerId, coachId, topic, words })
  const coaching = await lockCoaching(scope, id)
  await writeToCoach(scope, 'asked', coaching)
  await askForReminder(scope, id)
  tell(scope, { topics: ['coaching'] })
  return coaching
}

const set = (scope: Scope, id: string, values: Record<string, unknown>) =>
  scope.db.updateTable('coachings').set(values).where('orgId', '=', scope.org).where('id', '=', id).execute()

const partiesOf = ({ id, asker, coach }: Coaching) => ({
  ...{ coachingId: id, askerId: asker.id, coachId: coach.id },
})

/** Accepts or declines, as who was asked. */
export async function answerCoaching(
  scope: Scope,
  id: string,
  { answer, note }: { answer: 'accept' | 'decline'; note: string },
): Promise<Coaching> {
  const coaching = await lockCoaching(scope, id)
  if (coaching.coach.id !== scope.actor.id) throw forbidden('coaching.not-yours')
  if (!coaching.can.answer) throw conflict('coaching.settled')
  const state = answer === 'accept' ? 'coaching' : 'declined'
  await set(scope, id, { state, note, answeredAt: scope.now })
  await record(scope, 'coaching.answered', { ...partiesOf(coaching), answer, note })
  tell(scope, { topics: ['coaching'] })
  return lockCoaching(scope, id)
}

/** Asks no more, as who did, before it is answered. */
export async function withdrawCoaching(scope: Scope, id: string): Promise<Coaching> {
  const coaching = await lockCoaching(scope, id)
  if (coaching.asker.id !== scope.actor.id) throw forbidden('coaching.not-yours')
  if (!coaching.can.withdraw) throw conflict('coaching.settled')
  await withdraw(scope, coaching)
  return lockCoaching(scope, id)
}

async function withdraw(scope: Scope, coaching: Coaching): Promise<void> {
  await set(scope, coaching.id, { state: 'withdrawn' })
  await record(scope, 'coaching.withdrawn', partiesOf(coaching))
  tell(scope, { topics: ['coaching'] })
}

/** Ends it, as either of both. */
export async function endCoaching(scope: Scope, id: string): Promise<Coaching> {
  const coaching = await lockCoaching(scope, id)
  if (!coaching.can.end) throw conflict('coaching.settled')
  await end(scope, coaching, scope.actor.id)
  return lockCoaching(scope, id)
}

async function end(scope: Scope, coaching: Coaching, endedBy: string | null): Promise<void> {
  await set(scope, coaching.id, { state: 'ended', endedAt: scope.now, endedBy })
  const begun = Date.parse(coaching.answeredAt ?? coaching.askedAt)
  const days = Math.floor((scope.now.getTime() - begun) / 86_400_000)
  await record(scope, 'coaching.ended', { ...partiesOf(coaching), endedBy, days })
  tell(scope, { topics: ['coaching'] })
}

/** What is open ends by itself, because one of both has left: what was asked is withdrawn, what went on has ended. */
export const settleWithout = (scope: Scope, coaching: Coaching): Promise<void> =>
  coaching.state === 'asked' ? withdraw(scope, coaching) : end(scope, coaching, null)
