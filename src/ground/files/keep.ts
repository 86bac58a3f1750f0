import { sql } from 'kysely'
import type { Scope } from '#platform/scope'

const isOneOf = (ids: readonly string[]) => sql<boolean>`id = any(${ids}::uuid[])`

/**
 * Makes files that the actor sent ahead belong to a place from now on; answers those that could. A file belongs to one
 * place: where two begin with it at the same moment, one of them does not get it.
 */
export async function keepFiles(
  scope: Scope,
  ids: readonly string[],
  place: { courseId?: string } = {},
): Promise<{ id: string; mediaType: string | null; size: number }[]> {
  return scope.db
    .updateTable('assets')
    .set({ keptAt: scope.now, ...place })
    .where('orgId', '=', scope.org)
    .where('keptAt', 'is', null)
    .where('uploadedBy', '=', scope.actor.id)
    .where('finishedAt', 'is not', null)
    .where(isOneOf(ids))
    .returning(['id', 'mediaType', 'size'])
    .execute()
}

/** The place that files belonged to is no more: they are forgotten like what nobody went on with. */
export async function releaseFiles(scope: Scope, ids: readonly string[]): Promise<void> {
  await scope.db
    .updateTable('assets')
    .set({ keptAt: null })
    .where('orgId', '=', scope.org)
    .where(isOneOf(ids))
    .execute()
}
