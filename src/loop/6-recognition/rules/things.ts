import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'

/** Something that has a title: a course or a need. */
export interface Titled {
  id: string
  title: string
}

interface Ids {
  courseId?: string | null
  needId?: string | null
}
interface Things {
  course: Titled | null
  need: Titled | null
}

const idsOf = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.flatMap((id) => id ?? [])),
]

/** The courses and needs that some things are about, by their titles, as far as the reader may see them. */
export async function findThings(scope: Scope, about: readonly Ids[]): Promise<(of: Ids) => Things> {
  const courseIds = idsOf(about.map(({ courseId }) => courseId))
  const needIds = idsOf(about.map(({ needId }) => needId))
  const [courses, needs] = await Promise.all([
    sql<Titled>`select c.id, coalesce(v.title, c.title) as title from courses c
      join groups g on g.org_id = c.org_id and g.id = c.group_id and ${groupVisible(scope, 'g')}
      left join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
      where c.org_id = ${scope.org} and c.id = any(${courseIds}::uuid[]) and c.published_version is not null
        and c.retired_at is null`.execute(scope.db),
    sql<Titled>`select n.id, n.title from needs n
      join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible(scope, 'g')}
      where n.org_id = ${scope.org} and n.id = any(${needIds}::uuid[])`.execute(scope.db),
  ])
  const byId = new Map([...courses.rows, ...needs.rows].map((one) => [one.id, one]))
  return ({ courseId, needId }) => ({
    course: (courseId && byId.get(courseId)) || null,
    need: (needId && byId.get(needId)) || null,
  })
}
