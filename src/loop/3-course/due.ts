import type { Scope } from '#platform/scope'
import { courseRows } from './find.ts'

const most = 20

/** The actor's published courses whose day to be looked at again has come. */
export async function listDueCourses(scope: Scope) {
  const rows = await courseRows(scope)
    .where('c.authorId', '=', scope.actor.id)
    .where('c.publishedAt', 'is not', null)
    .where('c.retiredAt', 'is', null)
    .where('c.verifyBy', '<=', scope.now.toISOString().slice(0, 10))
    .orderBy('c.verifyBy')
    .orderBy('c.id')
    .limit(most)
    .execute()
  const items = rows.map(({ id, title, verifyBy }) => ({ id, title, verifyBy: verifyBy ?? '' }))
  return { items }
}
