import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { CourseCard } from './contract.ts'
import { cardOf, courseRows } from './find.ts'

/** How alike two titles are at least that may be about the same, 0 to 1. */
const alikeFrom = 0.4
const most = 3

/** At most three published courses of others whose title is like this one, typos and the order of words forgiven. */
export async function findSimilarCourses(
  scope: Scope,
  { title }: { title: string },
): Promise<{ items: CourseCard[] }> {
  const published = sql<string>`folded(coalesce(v.title, c.title))`
  const alike = sql<number>`greatest(similarity(${published}, folded(${title})),
    word_similarity(folded(${title}), ${published}) * 0.9)`
  const rows = await courseRows(scope)
    .where('c.publishedAt', 'is not', null)
    .where('c.retiredAt', 'is', null)
    .where('c.authorId', '<>', scope.actor.id)
    .where(alike, '>', alikeFrom)
    .orderBy(alike, 'desc')
    .orderBy('c.id')
    .limit(most)
    .execute()
  return { items: rows.map(cardOf) }
}
