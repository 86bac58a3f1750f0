import { conflict, forbidden, invalidField } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { ProtectedTime } from './contract.ts'
import { isTooLong } from './days.ts'
import { writeOfTime } from './letters.ts'
import { awaitAnswer } from './remind.ts'
import { findTime, getTime, lockTime, type Row } from './rows.ts'

interface Answer {
  answer: 'agree' | 'propose' | 'decline'
  hours: number | null
  words: string
}

const set = (scope: Scope, id: string, values: Record<string, unknown>) =>
  scope.db
    .updateTable('protectedTimes')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()

const of = ({ id, member, group }: Row) => ({ timeId: id, memberId: member.id, groupId: group.id })

/** Throws 403 for others than who answers, and 409 for what is settled. */
function refuse(row: Row, may: boolean, isTheirs: boolean): void {
  if (may) return
  if (!isTheirs) throw forbidden('time.not-yours')
  if (row.state !== 'asked' && row.state !== 'proposed') throw conflict('time.settled')
  throw forbidden('time.not-yours')
}

/** Agrees, proposes another number of hours, or declines with a reason, as who answers for the group. */
export async function answerTime(scope: Scope, id: string, said: Answer): Promise<ProtectedTime> {
  const { row, can } = await lockTime(scope, id)
  refuse(row, can.answer, row.member.id !== scope.actor.id)
  if (said.answer === 'agree') return agree(scope, row, row.askedHours, said.words)
  if (said.answer === 'propose') return proposeHours(scope, row, said)
  if (said.words.length < 3) throw invalidField('/words', 'time.why')
  const managerId = scope.actor.id
  await set(scope, id, { state: 'declined', managerId, answeredAt: scope.now, answer: said.words })
  await record(scope, 'time.declined', { ...of(row), managerId, words: said.words })
  await writeOfTime(scope, 'declined', await findTime(scope, id), [row.member.id])
  tell(scope, { topics: ['protected-time'] })
  return getTime(scope, id)
}

async function proposeHours(scope: Scope, row: Row, { hours, words }: Answer): Promise<ProtectedTime> {
  if (hours === null || hours === row.askedHours) throw invalidField('/hours', 'time.which')
  if (isTooLong(row, hours)) throw invalidField('/hours', 'time.too-long')
  const managerId = scope.actor.id
  await set(scope, row.id, { state: 'proposed', managerId, hours, answeredAt: scope.now, answer: words })
  await record(scope, 'time.proposed', { ...of(row), managerId, hours, words })
  await writeOfTime(scope, 'proposed', await findTime(scope, row.id), [row.member.id])
  await awaitAnswer(scope, row.id)
  tell(scope, { topics: ['protected-time'] })
  return getTime(scope, row.id)
}

/** From now on it holds: the calendar file goes to both. */
async function agree(scope: Scope, row: Row, hours: number, words: string): Promise<ProtectedTime> {
  const isManager = row.member.id !== scope.actor.id
  const managerId = isManager ? scope.actor.id : row.manager?.id
  if (!managerId) throw conflict('time.nobody')
  await set(scope, row.id, {
    ...{ state: 'agreed', hours, managerId, agreedAt: scope.now },
    ...(isManager && { answeredAt: scope.now, answer: words }),
  })
  await record(scope, 'time.agreed', { ...of(row), managerId, hours, words })
  await writeOfTime(scope, 'agreed', await findTime(scope, row.id), [row.member.id, managerId])
  tell(scope, { topics: ['protected-time'] })
  return getTime(scope, row.id)
}

/** Accepts what was proposed instead, as who asked. */
export async function acceptTime(scope: Scope, id: string): Promise<ProtectedTime> {
  const { row, can } = await lockTime(scope, id)
  if (row.member.id !== scope.actor.id) throw forbidden('time.not-yours')
  if (!can.accept) throw conflict('time.settled')
  return agree(scope, row, row.hours ?? row.askedHours, '')
}

/** Asks no more, as who did, before it is agreed. */
export async function withdrawTime(scope: Scope, id: string): Promise<ProtectedTime> {
  const { row, can } = await lockTime(scope, id)
  if (row.member.id !== scope.actor.id) throw forbidden('time.not-yours')
  if (!can.withdraw) throw conflict('time.settled')
  await withdraw(scope, row)
  return getTime(scope, id)
}

export async function withdraw(scope: Scope, row: Row): Promise<void> {
  await set(scope, row.id, { state: 'withdrawn' })
  await record(scope, 'time.withdrawn', { ...of(row), managerId: row.manager?.id ?? null })
  tell(scope, { topics: ['protected-time'] })
}
