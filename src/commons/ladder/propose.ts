import { sql } from 'kysely'
import { roles } from '#people'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import { batch, before, patience, whoHelped } from './helped.ts'
import { readLadder } from './next.ts'

/** Has those who helped lately proposed one small thing each, as soon as there is time; asked for twice, it is done once. */
export const askForProposals = (scope: Scope): void =>
  enqueue(scope, { task: 'ladder', payload: { org: scope.org }, key: `ladder ${scope.org}` })

/** Proposes the next rung to somebody, where something real waits. Nobody is proposed anything twice in a week. */
async function propose(scope: Scope, memberId: string): Promise<void> {
  const { next } = await readLadder(scope, {
    id: memberId,
    opened: await roles.openedBy(scope, memberId),
  })
  if (!next) return
  const { rows } = await sql`insert into ladder_choices as l (org_id, member_id, proposed_at, proposed_rung)
    values (${scope.org}, ${memberId}, ${scope.now}, ${next.rung})
    on conflict (org_id, member_id) do update set proposed_at = excluded.proposed_at,
      proposed_rung = excluded.proposed_rung
    where l.wants_proposals and (l.proposed_at is null or l.proposed_at <= ${before(scope, patience)})
    returning l.member_id`.execute(scope.db)
  if (rows.length > 0) await record(scope, 'ladder.proposed', { memberId, ...next })
}

/** The job that proposes, to some after `after`, and leaves the rest to the next one. Tried twice, it finds nobody. */
export const proposeTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, async (scope, { after }) => {
    const ids = await whoHelped(scope, typeof after === 'string' ? after : null)
    for (const id of ids) await propose(scope, id)
    if (ids.length === batch)
      enqueue(scope, { task: 'ladder', payload: { org: scope.org, after: ids.at(-1) ?? '' } })
  })
