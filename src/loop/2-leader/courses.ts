import type { Scope } from '#platform/scope'

/** What a published course is about, and whom it is by. */
interface CourseAbout {
  groupId: string
  words: string
  authorId: string
  tags: string[]
}

/** What a course's publication told of it; null for one that never was published. */
export async function aboutCourse(scope: Scope, courseId: string): Promise<CourseAbout | null> {
  const row = await scope.db
    .selectFrom('evidenceCourses')
    .select(['groupId', 'words', 'authorId', 'tags'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps what a publication tells, for what is said of the course later. */
export async function keepCourse(scope: Scope, courseId: string, about: CourseAbout): Promise<void> {
  await scope.db
    .insertInto('evidenceCourses')
    .values({ orgId: scope.org, courseId, ...about })
    .onConflict((known) => known.columns(['orgId', 'courseId']).doUpdateSet(about))
    .execute()
}
