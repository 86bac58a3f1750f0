import { groupVisible } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Trace } from './contract.ts'
import { isOnNow } from './purposes.ts'

/** The newest traces of what a member knows, at most ten; those of private groups for who may see them. */
export async function listEvidence(scope: Scope, memberId: string) {
  const member = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw notFound('member')
  const rows = await scope.db
    .selectFrom('evidence as e')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'e.orgId').onRef('g.id', '=', 'e.groupId'))
    .select(['e.kind', 'e.words', 'e.subject', 'e.subjectId', 'e.at'])
    .where('e.orgId', '=', scope.org)
    .where('e.memberId', '=', memberId)
    .where(groupVisible(scope, 'g'))
    .where(isOnNow(scope, 'detection'))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(10)
    .execute()
  return { items: rows as Trace[] }
}
