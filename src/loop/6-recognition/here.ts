import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'

/** Refuses people who are not here, or not any more (422 at `pointer`): nobody is recognized who does not hear of it. */
export async function refuseAbsent(scope: Scope, ids: readonly string[], pointer: string): Promise<void> {
  const here = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', 'in', ids)
    .where('leftAt', 'is', null)
    .execute()
  if (here.length < ids.length) throw invalidField(pointer, 'member.not-found')
}
