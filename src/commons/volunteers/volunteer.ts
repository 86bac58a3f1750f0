import { sql } from 'kysely'
import { findGroup } from '#people'
import { holdAlone } from '#platform/db/locks'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Step, Volunteering } from './contract.ts'
import { writeToSponsor } from './letters.ts'
import { remindAt, scheduleReminder } from './remind.ts'
import { lockOwn, ofOneself, set, volunteersThat } from './rows.ts'
import { sponsorsFor } from './sponsors.ts'

/** The group that somebody volunteers for where they name none: their first one below the whole organization. */
async function ownGroup({ org, db, actor }: Scope): Promise<string> {
  const { rows } = await sql<{ groupId: string }>`select r.group_id from roles r
    join groups g on g.org_id = r.org_id and g.id = r.group_id and g.archived_at is null
    where r.org_id = ${org} and r.member_id = ${actor.id}
    order by r.group_id = ${org}, r.granted_at, r.group_id limit 1`.execute(db)
  return rows[0]?.groupId ?? org
}

/** What of the steps the actor did before they volunteered: saying what one can help with holds, and so does training. */
async function alreadyDone({ org, db, actor }: Scope) {
  const { rows } = await sql<{ topicAt: string | null; academyAt: string | null }>`select
      (select p.changed_at from expert_profiles p where p.org_id = ${org} and p.member_id = ${actor.id}) as topic_at,
      (select f.at from facts f where f.org_id = ${org} and f.type = 'academy.started'
        and f.data->>'memberId' = ${actor.id}::text limit 1) as academy_at`.execute(db)
  return { topicAt: rows[0]?.topicAt ?? null, answerAt: null, academyAt: rows[0]?.academyAt ?? null }
}

const openOf = (scope: Scope, groupId: string) =>
  volunteersThat(scope, sql<boolean>`v.member_id = ${scope.actor.id} and v.group_id = ${groupId}`)

/** Keeps that the actor volunteers from now on; whoever withdrew before begins anew. Returns the volunteer's id. */
async function begin(scope: Scope, groupId: string, campaignId: string | null, sponsorId: string | null) {
  const { org, now, actor } = scope
  const values = {
    ...{ campaignId, cameAt: now, withdrawnAt: null, sponsorId, remindAt: remindAt(now), remindedAt: null },
    ...{ step: null, greetedBy: null, greetedAt: null, greeting: '', ...(await alreadyDone(scope)) },
  }
  const { id } = await scope.db
    .insertInto('volunteers')
    .values({ orgId: org, id: newIdIn(scope), memberId: actor.id, groupId, ...values })
    .onConflict((known) => known.columns(['orgId', 'memberId', 'groupId']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Coming {
  /** The actor's own group where it is not said. */
  groupId?: string | null
  /** The campaign that they answer, if any. */
  campaignId?: string | null
}

/**
 * Says that the actor is interested in sharing what they know in a group that they may see: somebody is found to greet them.
 * Saying it again changes nothing, and what they answered first stays. Throws 404 for a group that they may not see.
 */
export async function volunteer(
  scope: Scope,
  { groupId: named, campaignId = null }: Coming,
): Promise<Volunteering> {
  const { id: groupId } = await findGroup(scope, named ?? (await ownGroup(scope)))
  await holdAlone(scope, `volunteers ${groupId}`)
  const [before] = await openOf(scope, groupId)
  if (before) return ofOneself(before)
  const { id: memberId, locale } = scope.actor
  const [sponsor] = await sponsorsFor(scope, { memberId, groupId, locale })
  const sponsorId = sponsor?.id ?? null
  const volunteerId = await begin(scope, groupId, campaignId, sponsorId)
  await record(scope, 'volunteer.came', { volunteerId, memberId, groupId, campaignId, sponsorId })
  scheduleReminder(scope, volunteerId)
  const row = await lockOwn(scope, volunteerId)
  await writeToSponsor(scope, row, 'came')
  tell(scope, { topics: ['volunteers'] })
  return ofOneself(row)
}

/** Volunteers no more. Throws 404 for who does not. */
export async function withdraw(scope: Scope, id: string): Promise<void> {
  const { groupId } = await lockOwn(scope, id)
  await set(scope, id, { withdrawnAt: scope.now })
  await record(scope, 'volunteer.withdrew', { volunteerId: id, memberId: scope.actor.id, groupId })
  tell(scope, { topics: ['volunteers'] })
}

/** Chooses what to begin with; choosing the same again changes nothing. */
export async function chooseStep(scope: Scope, id: string, step: Step): Promise<Volunteering> {
  const row = await lockOwn(scope, id)
  if (row.step === step) return ofOneself(row)
  await set(scope, id, { step })
  await record(scope, 'volunteer.chose', { volunteerId: id, memberId: scope.actor.id, step })
  tell(scope, { topics: ['volunteers'] })
  return ofOneself({ ...row, step })
}
