import { type Reaction, reaction } from '#record'
import { addEntry } from './entries.ts'
import { courseOf } from './subjects.ts'

/** Whoever is to look after content hears of it, and whoever is handed somebody's courses. */
export const health: Reaction[] = [
  reaction('health.opened', 'feed.health-opened', async (scope, fact) => {
    const { courseId, ownerId, kind } = fact.data
    if (ownerId === null) return
    const { groupId, authorId } = await courseOf(scope, courseId)
    const reason = ownerId === authorId ? 'you-wrote' : 'your-group'
    const entry = { kind: 'health.opened' as const, groupId, courseId, data: { kind } }
    await addEntry(scope, { ...fact, actorId: null }, entry, [{ memberId: ownerId, reason }])
  }),
  reaction('health.assigned', 'feed.health-assigned', async (scope, fact) => {
    const { courseId, ownerId, kind } = fact.data
    const { groupId } = await courseOf(scope, courseId)
    const entry = { kind: 'health.assigned' as const, groupId, courseId, data: { kind } }
    if (fact.actorId) await addEntry(scope, fact, entry, [{ memberId: ownerId, reason: 'asked-you' }])
  }),
  reaction('courses.handed-over', 'feed.courses-handed-over', async (scope, fact) => {
    const { fromId, toId, courseIds } = fact.data
    const [first = ''] = courseIds
    const { groupId } = await courseOf(scope, first)
    const { name } = await scope.db
      .selectFrom('members')
      .select('name')
      .where('orgId', '=', scope.org)
      .where('id', '=', fromId)
      .executeTakeFirstOrThrow()
    const data = { name, count: courseIds.length }
    await addEntry(scope, fact, { kind: 'courses.handed-over', groupId, data }, [
      { memberId: toId, reason: 'asked-you' },
    ])
  }),
]
