import { sql } from 'kysely'
import { topics } from '#leader'
import type { Quiet } from '#platform/scope'

/** What a fact is about, as far as it says. */
export interface Named {
  courseIds: string[]
  needIds: string[]
  commentIds: string[]
  /** Versions that were published, as `<course> <version>`. */
  versions: string[]
}

/** A course or a need: whose it is, the groups it belongs to from the root down, and what it is about. */
export interface Subject {
  ownerId: string
  path: string[]
  tags: string[]
  topicId: string | null
}

interface Approval {
  version: string
  memberId: string
  isBlind: boolean
}

export interface Subjects {
  courses: Map<string, Subject>
  needs: Map<string, Subject>
  /** Who wrote a comment. */
  comments: Map<string, string>
  approvals: Map<string, Approval[]>
  voices: Map<string, string[]>
}

type SubjectRow = Omit<Subject, 'topicId'> & { id: string; words: string }

/** So many who asked for something are given something when it is there: those who asked first. */
const mostVoices = 500

/** Looks up all that some facts are about, in the same few queries for one as for many. */
export async function findSubjects(scope: Quiet, named: Named): Promise<Subjects> {
  const { courseIds, needIds, commentIds, versions } = named
  const [courses, needs, comments, approvals, voices] = await Promise.all([
    findCourses(scope, courseIds),
    findNeeds(scope, needIds),
    findComments(scope, commentIds),
    findApprovals(scope, versions),
    findVoices(scope, needIds),
  ])
  const rows = [...courses, ...needs]
  const found = await topics.topicsOfTexts(
    scope,
    rows.map(({ words }) => words),
  )
  const subjects = rows.map(({ words: _, id, ...row }, at): [string, Subject] => [
    id,
    { ...row, topicId: found[at] ?? null },
  ])
  return {
    courses: new Map(subjects.slice(0, courses.length)),
    needs: new Map(subjects.slice(courses.length)),
    comments: new Map(comments.map(({ id, authorId }) => [id, authorId])),
    approvals: Map.groupBy(approvals, ({ version }) => version),
    voices: new Map(voices.map(({ needId, memberIds }) => [needId, memberIds])),
  }
}

async function findCourses({ org, db }: Quiet, ids: string[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SubjectRow>`
    select c.id, c.author_id as owner_id, g.path, coalesce(v.tags, c.tags) as tags,
      coalesce(v.title, c.title) || ' ' || array_to_string(coalesce(v.tags, c.tags), ' ') as words
    from courses c join groups g on g.org_id = c.org_id and g.id = c.group_id
    left join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
    where c.org_id = ${org} and c.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function findNeeds({ org, db }: Quiet, ids: string[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SubjectRow>`
    select n.id, n.raised_by as owner_id, g.path, '{}'::text[] as tags,
      n.title || ' ' || left(n.details, 300) as words
    from needs n join groups g on g.org_id = n.org_id and g.id = n.group_id
    where n.org_id = ${org} and n.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function findComments({ org, db }: Quiet, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('comments')
    .select(['id', 'authorId'])
    .where('orgId', '=', org)
    .where('id', 'in', ids)
    .execute()
}

/** Who approved the versions that were published. */
async function findApprovals({ org, db }: Quiet, versions: string[]): Promise<Approval[]> {
  if (versions.length === 0) return []
  const { rows } = await sql<Approval>`
    select asked.version, w.member_id, bool_or(r.is_blind) as is_blind
    from unnest(${versions}::text[]) asked (version)
    join reviews r on r.org_id = ${org} and r.course_id = split_part(asked.version, ' ', 1)::uuid
      and r.version = split_part(asked.version, ' ', 2)::int
    join reviewers w on w.org_id = r.org_id and w.review_id = r.id and w.verdict = 'approve'
    group by asked.version, w.member_id order by asked.version, w.member_id`.execute(db)
  return rows
}

async function findVoices({ org, db }: Quiet, needIds: string[]) {
  if (needIds.length === 0) return []
  const { rows } = await sql<{ needId: string; memberIds: string[] }>`
    select n.id as need_id, array(select v.member_id from voices v where v.org_id = ${org} and v.need_id = n.id
      order by v.at, v.member_id limit ${mostVoices}) as member_ids
    from unnest(${needIds}::uuid[]) n (id)`.execute(db)
  return rows
}
