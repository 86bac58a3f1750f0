import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { lookAgain } from './assign/advance.ts'
import { deletePractice } from './calibration/attempts.ts'
import { askForLooks } from './charter/contrast/looks.ts'

/** Has the engine look at some open rounds at once; `which` is a condition on reviews `r`. */
async function lookAt(scope: Scope, which: ReturnType<typeof sql<boolean>>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select r.id from reviews r where r.org_id = ${scope.org} and r.closed_at is null and ${which} order by r.asked_at`.execute(
    scope.db,
  )
  for (const { id } of rows) await lookAgain(scope, id, scope.now)
}

/** What somebody reads is looked at again: they may not be able to go on. */
const lookAtTurns = (scope: Scope, memberId: string): Promise<void> =>
  lookAt(
    scope,
    sql<boolean>`exists (select from reviewers w where w.org_id = r.org_id and w.review_id = r.id
      and w.member_id = ${memberId} and w.given_at is null and w.ended_at is null)`,
  )

/** What waits for nobody is looked at again: there may be somebody now. */
const lookAtStranded = (scope: Scope): Promise<void> => lookAt(scope, sql<boolean>`r.stranded_at is not null`)

export const reactions: Reaction[] = [
  reaction('member.left', 'validation.member-left', async (scope, { data }) => {
    await lookAtTurns(scope, data.memberId)
    await deletePractice(scope, data.memberId)
  }),
  reaction('role.withdrawn', 'validation.role-withdrawn', (scope, { data }) =>
    lookAtTurns(scope, data.memberId),
  ),
  reaction('profile.set', 'validation.profile-set', async (scope, { data }) => {
    await lookAtTurns(scope, data.memberId)
    await lookAtStranded(scope)
  }),
  reaction('profile.removed', 'validation.profile-removed', (scope, { data }) =>
    lookAtTurns(scope, data.memberId),
  ),
  reaction('role.granted', 'validation.role-granted', lookAtStranded),
  reaction('member.joined', 'validation.member-joined', lookAtStranded),
  reaction('member.returned', 'validation.member-returned', lookAtStranded),
  reaction('file.uploaded', 'validation.picture-looks', async (scope, { data }) => {
    if (data.mediaType.startsWith('image/')) askForLooks(scope)
  }),
]
