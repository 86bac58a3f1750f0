import { holdAlone } from '#platform/db/locks'
import { enqueue, type Scope, tell } from '#platform/scope'
import { slack } from '#platform/slack'
import { afterWorkingDays } from '#platform/working-days'
import { record } from '#record'
import type { Chosen } from '../queue/choose.ts'
import { type Turn, turnDays, turnOf } from '../queue/turn.ts'
import { lockOpenRound, type OpenRound } from './item.ts'
import { peopleAround } from './people.ts'

/** Who is asked is decided one course after the other, so that nobody gets more than the cap allows. */
export const lockQueue = (scope: Scope): Promise<void> => holdAlone(scope, `review queue ${scope.org}`)

/**
 * What the engine says about a round, while nobody else asks anybody: of those who are near to it, and of all its group
 * where that is not enough. Who knows it, which takes longest to find, does not depend on who else is asked.
 */
async function decide(scope: Scope, round: OpenRound): Promise<Turn> {
  const asked = round.seats.map(({ memberId }) => memberId)
  const people = await peopleAround(scope, round, round.policy, asked)
  await lockQueue(scope)
  const first = new Set(round.first)
  const turn = turnOf(round, { ...(await people()), first }, scope.now)
  const isEnough = turn.missing === turn.asks.length && turn.asks.every(({ by }) => by === null)
  return isEnough ? turn : turnOf(round, { ...(await people('wide')), first }, scope.now)
}

/**
 * Does what is due about a round: ends turns, reminds, asks, and notes when to look again. Gives the round as it was and
 * what was done; null when it is over, or `onlyWhenDue` and its time has not come. Whoever calls closes it when it has an
 * outcome.
 */
export async function advance(
  scope: Scope,
  reviewId: string,
  { onlyWhenDue = false } = {},
): Promise<{ round: OpenRound; turn: Turn } | null> {
  const round = await lockOpenRound(scope, reviewId)
  if (!round) return null
  if (onlyWhenDue && round.looksAt !== null && new Date(round.looksAt) > scope.now) return null
  const turn = await decide(scope, round)
  for (const { memberId, why } of turn.ends) await endTurn(scope, round, memberId, why)
  for (const memberId of turn.reminds) await remind(scope, round, memberId)
  if (turn.asks.length > 0) await ask(scope, round, turn.asks)
  if (turn.needed !== round.needed) await needFewer(scope, round, turn.needed)
  if (turn.isStranded !== (round.strandedAt !== null)) await strand(scope, round, turn.isStranded)
  if (turn.next) await lookAgain(scope, reviewId, turn.next)
  const concerned = [
    ...turn.ends.map(({ memberId }) => memberId),
    ...turn.reminds,
    ...turn.asks.map(({ id }) => id),
  ]
  if (concerned.length > 0 || turn.isStranded)
    tell(scope, { topics: ['reviews', 'my-courses'], to: [round.authorId, ...concerned] })
  return { round, turn }
}

/** The engine looks at a round again at a moment; what was noted before is void. */
export async function lookAgain(scope: Scope, reviewId: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('reviews')
    .set({ looksAt: at })
    .where('orgId', '=', scope.org)
    .where('id', '=', reviewId)
    .execute()
  const runAt = at > scope.now ? new Date(at.getTime() + slack) : at
  const payload = { org: scope.org, reviewId }
  enqueue(scope, { task: 'review-turn', payload, runAt: runAt.toISOString(), key: `review ${reviewId}` })
}

/** Ends somebody's turn without a verdict of theirs. */
export async function endTurn(
  scope: Scope,
  { reviewId, courseId }: Pick<OpenRound, 'reviewId' | 'courseId'>,
  memberId: string,
  why: Turn['ends'][number]['why'] | 'declined',
): Promise<void> {
  await scope.db
    .updateTable('reviewers')
    .set({ endedAt: scope.now, endedWhy: why })
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', reviewId)
    .where('memberId', '=', memberId)
    .execute()
  if (why !== 'declined')
    await record(scope, 'review.turn-ended', { reviewId, courseId, reviewerId: memberId, why })
}

async function remind(scope: Scope, { reviewId, courseId }: OpenRound, memberId: string): Promise<void> {
  await scope.db
    .updateTable('reviewers')
    .set({ remindedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', reviewId)
    .where('memberId', '=', memberId)
    .execute()
  await record(scope, 'review.reminded', { reviewId, courseId, reviewerId: memberId })
}

/** Gives some members a turn; whoever had one that ran out has a new one. */
export async function seat(
  scope: Scope,
  round: Pick<OpenRound, 'reviewId' | 'policy'>,
  asks: readonly Chosen[],
): Promise<void> {
  const { org: orgId, now: askedAt } = scope
  const turn = { askedAt, dueAt: afterWorkingDays(askedAt, turnDays(round.policy)) }
  const fresh = { ...turn, remindedAt: null, endedAt: null, endedWhy: null }
  for (const { id: memberId, by, as } of asks)
    await scope.db
      .insertInto('reviewers')
      .values({ orgId, reviewId: round.reviewId, memberId, by, askedAs: as, ...turn })
      .onConflict((known) =>
        known.columns(['orgId', 'reviewId', 'memberId']).doUpdateSet({ ...fresh, by, askedAs: as }),
      )
      .execute()
}

async function ask(scope: Scope, round: OpenRound, asks: readonly Chosen[]): Promise<void> {
  await seat(scope, round, asks)
  const { reviewId, courseId, authorId } = round
  const reviewerIds = asks.map(({ id }) => id)
  const gaveWay = asks.flatMap(({ id: memberId, by }) => (by ? [{ memberId, by }] : []))
  await record(scope, 'review.assigned', { reviewId, courseId, authorId, reviewerIds, gaveWay })
}

async function needFewer(
  scope: Scope,
  { reviewId, courseId, needed }: OpenRound,
  fewer: number,
): Promise<void> {
  await scope.db
    .updateTable('reviews')
    .set({ approvalsNeeded: fewer })
    .where('orgId', '=', scope.org)
    .where('id', '=', reviewId)
    .execute()
  await record(scope, 'review.relaxed', { reviewId, courseId, approvals: fewer, before: needed })
}

/** Nobody is left who could be asked: whoever manages the group is told; or somebody is again. */
async function strand(
  scope: Scope,
  { reviewId, courseId, groupId }: OpenRound,
  isStranded: boolean,
): Promise<void> {
  await scope.db
    .updateTable('reviews')
    .set({ strandedAt: isStranded ? scope.now : null })
    .where('orgId', '=', scope.org)
    .where('id', '=', reviewId)
    .execute()
  if (isStranded) await record(scope, 'review.stranded', { reviewId, courseId, groupId })
}
