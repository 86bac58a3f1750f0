import { sql } from 'kysely'
import { cardOf, courseRows } from '#course'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { LearningCard } from './contract.ts'

interface Paged {
  limit: number
  after?: string | undefined
}

/** What the actor has started, last opened first, in sight or taken out of it since. Their own courses they only look through. */
export async function listMyLearning(
  scope: Scope,
  query: Paged & { state: 'open' | 'completed' | 'all' },
): Promise<{ items: LearningCard[]; next: string | null }> {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = courseRows(scope)
    .innerJoin('enrollments as e', (join) =>
      join
        .onRef('e.orgId', '=', 'c.orgId')
        .onRef('e.courseId', '=', 'c.id')
        .on('e.memberId', '=', scope.actor.id),
    )
    .select(['e.stepId', 'e.stepsDone', 'e.completedAt', 'e.seenAt'])
    .select(
      sql<string>`coalesce(jsonb_path_query_first(v.document, '$.content[*].attrs ? (@.id == $id).title',
        jsonb_build_object('id', e.step_id)) #>> '{}', '')`.as('stepTitle'),
    )
    .where('c.authorId', '<>', scope.actor.id)
  if (query.state === 'open') rows = rows.where('e.completedAt', 'is', null)
  if (query.state === 'completed') rows = rows.where('e.completedAt', 'is not', null)
  if (after)
    rows = rows.where(sql<boolean>`(e.seen_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('e.seenAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [row.seenAt, row.id])
  return {
    items: page.items.map((row) => {
      const steps = row.steps ?? 0
      const left = Math.max(0, Math.ceil((row.minutes ?? 0) * (1 - row.stepsDone / Math.max(1, steps))))
      const progress = {
        stepsDone: Math.min(row.stepsDone, steps),
        steps,
        completedAt: row.completedAt,
        minutesLeft: left,
      }
      return {
        course: cardOf(row),
        stepId: row.stepId,
        stepTitle: row.stepTitle,
        progress,
        seenAt: row.seenAt,
      }
    }),
    next: page.next,
  }
}
