import { sql } from 'kysely'
import type { Scope } from '#platform/scope'

/** Deletes every survey that was opened up to the scope's moment, and who was asked in it. */
export async function forgetSurveys(scope: Scope): Promise<void> {
  const those = sql`select s.id from surveys s
    where s.org_id = ${scope.org} and s.opened_at <= ${scope.now.toISOString()}::timestamptz`
  await sql`delete from survey_invitations i where i.org_id = ${scope.org} and i.survey_id in (${those})`.execute(
    scope.db,
  )
  await sql`delete from surveys o where o.org_id = ${scope.org} and o.id in (${those})`.execute(scope.db)
}

/** Whoever takes no part any more is asked nothing: that they were goes, with what they wrote. */
export async function forgetInvitationsOf(scope: Scope, memberId: string): Promise<void> {
  await scope.db
    .deleteFrom('surveyInvitations')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .execute()
}
