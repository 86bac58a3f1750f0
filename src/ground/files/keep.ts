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

/**
 * The place that files belonged to is no more: they are forgotten like what nobody went on with, unless they are a course's.
 */
export async function releaseFiles(scope: Scope, ids: readonly string[]): Promise<void> {
  await scope.db
    .updateTable('assets')
    .set({ keptAt: null })
    .where('orgId', '=', scope.org)
    .where('courseId', 'is', null)
    .where(isOneOf(ids))
    .execute()
}

/** Gives files that belong to something else already to a course too: who reads it sees them. Answers what they are. */
export async function placeFiles(
  scope: Scope,
  ids: readonly string[],
  place: { courseId: string },
): Promise<{ id: string; mediaType: string | null }[]> {
  return scope.db
    .updateTable('assets')
    .set(place)
    .where('orgId', '=', scope.org)
    .where('keptAt', 'is not', null)
    .where((file) => file.or([file('courseId', 'is', null), file('courseId', '=', place.courseId)]))
    .where(isOneOf(ids))
    .returning(['id', 'mediaType'])
    .execute()
}
