import { readVersion } from '#course'
import { type Scope, tell } from '#platform/scope'
import { recordAll } from '#record'
import { nodeIn, type Placed } from './place.ts'

/** Credits those whose contributions are in a version that was published: once, with the first that has them. */
export async function creditFor(scope: Scope, courseId: string, version: number): Promise<void> {
  const taken = await scope.db
    .selectFrom('contributions')
    .select(['id', 'memberId', 'kind', 'placed'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('state', '=', 'taken')
    .where('creditedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (taken.length === 0) return
  const { document } = await readVersion(scope, courseId, version)
  const inside = taken.filter(({ placed }) => nodeIn(document, (placed as Placed).id) !== null)
  if (inside.length === 0) return
  await scope.db
    .updateTable('contributions')
    .set({ creditedAt: scope.now, creditedVersion: version })
    .where('orgId', '=', scope.org)
    .where(
      'id',
      'in',
      inside.map(({ id }) => id),
    )
    .execute()
  await recordAll(
    scope,
    'contribution.credited',
    inside.map(({ id, memberId, kind }) => ({ contributionId: id, courseId, memberId, kind, version })),
  )
  tell(scope, { topics: ['contributions', `contributions:${courseId}`, `course:${courseId}`] })
}
