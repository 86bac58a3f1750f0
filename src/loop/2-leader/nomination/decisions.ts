import { roles } from '#people'
import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Nomination } from '../nomination.contract.ts'
import { askAgainAt } from './ask-again.ts'
import { type Proposal, propose, refuseLeader, refuseOther, refuseStranger } from './nominations.ts'
import { lockNomination } from './rows.ts'

/** Decides on a proposal, in one's own name and with a reason: who answers for the group, and on nobody themselves. */
export async function decideNomination(
  scope: Scope,
  id: string,
  decision: 'confirmed' | 'dismissed',
  reason: string,
): Promise<Nomination> {
  const { member, group, state, mayDecide } = await lockNomination(scope, id)
  if (member.id === scope.actor.id) throw forbidden('nomination.own')
  if (!mayDecide) throw forbidden('nomination.not-yours')
  if (state !== 'proposed') throw conflict('nomination.decided')
  if (decision === 'confirmed') {
    await refuseStranger(scope, member.id, group.id)
    await refuseLeader(scope, member.id, group.id)
  }
  await set(scope, id, { decision, decidedBy: scope.actor.id, decidedAt: scope.now, reason })
  await record(scope, 'nomination.decided', {
    nominationId: id,
    memberId: member.id,
    groupId: group.id,
    decision,
    reason,
  })
  tell(scope, { topics: ['nominations'] })
  return lockNomination(scope, id)
}

/** Proposes somebody; and, where it is said so, asks them at once for the same reason: who answers for the group. */
export async function nominate(
  scope: Scope,
  { isAsked, ...proposal }: Proposal & { isAsked: boolean },
): Promise<Nomination> {
  const proposed = await propose(scope, proposal)
  return isAsked ? decideNomination(scope, proposed.id, 'confirmed', proposal.reason) : proposed
}

/** Takes a dismissal back: it waits for a decision again. */
export async function reopenNomination(scope: Scope, id: string): Promise<Nomination> {
  const nomination = await lockNomination(scope, id)
  const { member, group, state, mayDecide } = nomination
  if (!mayDecide) throw forbidden('nomination.not-yours')
  if (state !== 'dismissed') throw conflict('nomination.not-dismissed')
  await refuseOther(scope, nomination)
  await set(scope, id, { decision: null, decidedBy: null, decidedAt: null, reason: '' })
  await record(scope, 'nomination.reopened', { nominationId: id, memberId: member.id, groupId: group.id })
  tell(scope, { topics: ['nominations'] })
  return lockNomination(scope, id)
}

interface Answer {
  answer: 'accepted' | 'declined' | 'later'
  note: string
  months?: number
}

/**
 * Answers for oneself. Accepting makes one a leader of the group; declining is final only as long as one does not change
 * one's mind; later is asked again by a job after some months.
 */
export async function answerNomination(scope: Scope, id: string, input: Answer): Promise<Nomination> {
  const nomination = await lockNomination(scope, id)
  const { member, group, can, decided, state } = nomination
  if (!can.answer || !decided) throw conflict('nomination.not-asked')
  if (state === 'declined') await refuseOther(scope, nomination)
  const { answer, note, months = 0 } = input
  const laterUntil = answer === 'later' ? inMonths(scope.now, months) : null
  await set(scope, id, { answer, answerNote: note, answeredAt: scope.now, laterUntil })
  if (laterUntil) askAgainAt(scope, id, laterUntil)
  if (answer === 'accepted')
    await roles.giveRole(scope, { groupId: group.id, memberId: member.id, role: 'leader' }, decided.by.id)
  await record(scope, 'nomination.answered', {
    nominationId: id,
    memberId: member.id,
    groupId: group.id,
    answer,
    note,
    askedBy: decided.by.id,
  })
  tell(scope, { topics: ['nominations', 'people'] })
  return lockNomination(scope, id)
}

/** The same day so many months on; the last of that month where it is shorter. */
function inMonths(from: Date, months: number): Date {
  const date = new Date(from)
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(from.getUTCDate(), last))
  return date
}

const set = (scope: Scope, id: string, values: Record<string, unknown>) =>
  scope.db
    .updateTable('nominations')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
