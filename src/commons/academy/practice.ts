import { createCourse } from '#course'
import { type Scope, tell } from '#platform/scope'
import { lockPath, start } from './progress.ts'
import { findOpen } from './rows.ts'

/** The actor's practice course, as long as it is not thrown away. */
export const findPractice = ({ db, org, actor }: Scope) =>
  db
    .selectFrom('academyMembers as p')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'p.orgId').onRef('c.id', '=', 'p.practiceId'),
    )
    .select(['c.id', 'c.title'])
    .where('p.orgId', '=', org)
    .where('p.memberId', '=', actor.id)
    .where('c.discardedAt', 'is', null)
    .executeTakeFirst()

/** Makes a draft in which the actor tries what they learn, and nobody looks on; where they have one, that is it. */
export async function makePractice(scope: Scope): Promise<{ id: string; title: string }> {
  const { groupId } = await findOpen(scope)
  await lockPath(scope, scope.actor.id)
  const known = await findPractice(scope)
  if (known) return known
  const language = scope.actor.locale === 'fr' ? 'fr' : 'en'
  const say = (key: string) => scope.install.catalog.text(language, key)
  const about = { title: say('academy.practice.course'), objective: say('academy.practice.objective') }
  const { course } = await createCourse(
    scope,
    { ...about, groupId, needId: null, language, tags: [] },
    { isPractice: true },
  )
  await start(scope, scope.actor.id)
  await scope.db
    .updateTable('academyMembers')
    .set({ practiceId: course.id })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', scope.actor.id)
    .execute()
  tell(scope, { topics: ['academy'] })
  return { id: course.id, title: course.title }
}
