import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope, tell } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'

/** Has somebody who wants to be asked later asked again when that has come. */
export function askAgainAt(scope: Scope, nominationId: string, at: Date): void {
  const payload = { org: scope.org, nominationId }
  enqueue(scope, { task: 'ask-again', payload, runAt: at.toISOString(), key: `ask again ${nominationId}` })
}

interface Asked {
  memberId: string
  groupId: string
  reason: string
  askedBy: string
}

/** Asks again where it is time; whoever answered meanwhile, left or leads already is left alone. */
async function askAgain(scope: Scope, id: string): Promise<void> {
  const { rows } = await sql<Asked>`
    update nominations n set answer = null, answered_at = null, answer_note = '', later_until = null
    from members m, groups g
    where n.org_id = ${scope.org} and n.id = ${id} and n.decision = 'confirmed' and n.answer = 'later'
      and n.later_until <= ${scope.now.toISOString()}::timestamptz
      and m.org_id = n.org_id and m.id = n.member_id and m.left_at is null
      and g.org_id = n.org_id and g.id = n.group_id and g.archived_at is null
      and not exists (select from roles r where r.org_id = n.org_id and r.member_id = n.member_id
        and r.group_id = n.group_id and r.role = 'leader')
    returning n.member_id, n.group_id, n.reason, n.decided_by as asked_by`.execute(scope.db)
  for (const asked of rows) await record(scope, 'nomination.asked-again', { nominationId: id, ...asked })
  if (rows.length > 0) tell(scope, { topics: ['nominations'] })
}

/** The job that asks again. Tried twice, it asks once. */
export const askAgainTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, (scope, { nominationId }) => askAgain(scope, String(nominationId)))
