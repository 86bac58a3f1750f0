import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import type { Step } from './contract.ts'
import { renewSponsors } from './hand-over.ts'

const columns = { topic: 'topic_at', answer: 'answer_at', academy: 'academy_at' } as const

/** Ticks a step off wherever a member volunteers, the first time that they do it. */
async function tick(scope: Scope, memberId: string, step: Step): Promise<void> {
  const column = sql.ref(columns[step])
  const { numAffectedRows } = await sql`update volunteers set ${column} = ${scope.now}
    where org_id = ${scope.org} and member_id = ${memberId} and withdrawn_at is null and ${column} is null
      and came_at <= ${scope.now}`.execute(scope.db)
  if (numAffectedRows) tell(scope, { topics: ['volunteers'] })
}

/** Whether a comment asks something of others than whoever answers it. */
async function isOthers(scope: Scope, commentId: string, memberId: string): Promise<boolean> {
  const { authorId } = await scope.db
    .selectFrom('comments')
    .select('authorId')
    .where('orgId', '=', scope.org)
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  return authorId !== memberId
}

/** What members really do ticks a step off; and whoever may not greet any more is no sponsor, another one is found. */
export const reactions: Reaction[] = [
  reaction('profile.set', 'volunteers.topic-picked', (scope, { data }) =>
    tick(scope, data.memberId, 'topic'),
  ),
  reaction('academy.started', 'volunteers.academy-started', (scope, { data }) =>
    tick(scope, data.memberId, 'academy'),
  ),
  reaction('comment.made', 'volunteers.question-answered', async (scope, { data, actorId }) => {
    if (data.parentId === null || actorId === null) return
    if (await isOthers(scope, data.parentId, actorId)) await tick(scope, actorId, 'answer')
  }),
  reaction('member.left', 'volunteers.sponsor-left', (scope, { data }) =>
    renewSponsors(scope, sql<boolean>`v.sponsor_id = ${data.memberId}`),
  ),
  reaction('role.withdrawn', 'volunteers.sponsor-let-go', (scope, { data }) =>
    renewSponsors(scope, sql<boolean>`v.sponsor_id = ${data.memberId}`),
  ),
  // Whoever comes back may find that their sponsor has gone; and where nobody was there, somebody may be now.
  reaction('member.returned', 'volunteers.came-back', (scope, { data }) =>
    renewSponsors(scope, sql<boolean>`v.member_id = ${data.memberId}`),
  ),
  reaction('role.granted', 'volunteers.sponsor-found', async (scope, { data }) => {
    if (data.role !== 'admin' && data.role !== 'leader') return
    await renewSponsors(scope, sql<boolean>`v.sponsor_id is null and ${data.groupId}::uuid = any(g.path)`)
  }),
]
