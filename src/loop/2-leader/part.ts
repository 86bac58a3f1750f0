import { holdAlone, holdTogether } from '#platform/db/locks'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { absencesOf } from './absences.ts'
import { forgetScoreOf } from './detection/write.ts'
import { isOnNow, mayKeepFor } from './purposes.ts'
import { forgetSignalsOf } from './signals/forget.ts'
import { ownSources } from './signals/sources.ts'
import { forgetInvitationsOf } from './surveys/forget.ts'

/** One lock for each member: what is kept on them waits for their leaving, and it for what is being kept. */
const lockOf = (memberId: string): string => `detection ${memberId}`

/**
 * Whether what a member did at the scope's moment may be kept: not while detection is off or they take no part, and not
 * what was before it was on, or before they took part again. It holds as long as the transaction lasts.
 */
export async function takesPart(scope: Scope, memberId: string): Promise<boolean> {
  if (!(await mayKeepFor(scope, 'detection'))) return false
  await holdTogether(scope, lockOf(memberId))
  const absence = await findAbsence(scope, memberId)
  return !absence || (absence.until !== null && absence.until <= scope.now.toISOString())
}

/** When a member last stopped taking part, and until when; undefined for who always has. */
const findAbsence = (scope: Scope, memberId: string) =>
  scope.db
    .selectFrom('detectionAbsences')
    .select(['since', 'until'])
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()

/** Whether there is detection here, whether the actor takes part in it, and how much of what they did is kept. */
export async function getMyDetection(scope: Scope) {
  const [absence, { traces, isOn }, { brought }] = await Promise.all([
    findAbsence(scope, scope.actor.id),
    scope.db
      .selectFrom('evidence')
      .select(({ fn }) => fn.countAll<number>().as('traces'))
      .select(isOnNow(scope, 'detection').as('isOn'))
      .where('orgId', '=', scope.org)
      .where('memberId', '=', scope.actor.id)
      .executeTakeFirstOrThrow(),
    scope.db
      .selectFrom('signals')
      .select(({ fn }) => fn.countAll<number>().as('brought'))
      .where('orgId', '=', scope.org)
      .where('helperId', '=', scope.actor.id)
      .where('source', 'not in', ownSources)
      .executeTakeFirstOrThrow(),
  ])
  const absentSince = absence && absence.until === null ? absence.since : null
  const absentBefore = absence?.until ? { since: absence.since, until: absence.until } : null
  return { isOn, absentSince, absentBefore, traces: Number(traces), brought: Number(brought) }
}

/** The actor takes no part any more: what was kept on them goes, and nothing more is kept. */
export async function leaveDetection(scope: Scope): Promise<void> {
  const memberId = scope.actor.id
  await holdAlone(scope, absencesOf(scope))
  await holdAlone(scope, lockOf(memberId))
  const left = await scope.db
    .insertInto('detectionAbsences')
    .values({ orgId: scope.org, memberId, since: scope.now })
    .onConflict((known) =>
      known
        .columns(['orgId', 'memberId'])
        .doUpdateSet({ since: scope.now, until: null })
        .where('detectionAbsences.until', 'is not', null),
    )
    .executeTakeFirst()
  if (left.numInsertedOrUpdatedRows === 0n) return
  await scope.db
    .deleteFrom('evidence')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .execute()
  await forgetSignalsOf(scope, memberId)
  await forgetInvitationsOf(scope, memberId)
  await forgetScoreOf(scope, memberId)
  await record(scope, 'detection.left', { memberId })
  tell(scope, { topics: ['detection', 'surveys'], to: [memberId] })
}

/** The actor takes part again, with what they do from now on. */
export async function returnToDetection(scope: Scope): Promise<void> {
  const memberId = scope.actor.id
  const ended = await scope.db
    .updateTable('detectionAbsences')
    .set({ until: scope.now })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return
  await record(scope, 'detection.returned', { memberId })
  tell(scope, { topics: ['detection'], to: [memberId] })
}
