import { sql } from 'kysely'
import { cardOf, courseRows, findOwnCourse, readVersion } from '#course'
import { questionsOf } from '#course/document/blocks.ts'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { Insight, LearningCard } from './contract.ts'

interface Paged {
  limit: number
  after?: string | undefined
}

/** What the actor has started, last opened first. */
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
    .where('c.retiredAt', 'is', null)
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

/** Who learned it, among rows with a member: an author who looks through their own course, or answers in it, did not. */
const isLearner = (course: { authorId: string }, member = 'member_id') =>
  sql<boolean>`${sql.ref(member)} <> ${course.authorId}`

/** How far learners came in the published version, for its author. */
export async function getInsight(scope: Scope, courseId: string): Promise<Insight> {
  const course = await findOwnCourse(scope, courseId)
  if (!course.publishedVersion) return { started: 0, completed: 0, steps: [], questions: [] }
  const { document } = await readVersion(scope, courseId, course.publishedVersion)
  const totals = await sql<{ started: number; completed: number }>`
    select count(*)::int as started, count(completed_at)::int as completed from enrollments
    where org_id = ${scope.org} and course_id = ${courseId} and ${isLearner(course)}`.execute(scope.db)
  const done = await sql<{
    stepId: string
    done: number
  }>`select step_id, count(*)::int as done from step_progress
    where org_id = ${scope.org} and course_id = ${courseId} and done_at is not null and ${isLearner(course)}
    group by step_id`.execute(scope.db)
  const at = await sql<{
    stepId: string
    people: number
  }>`select step_id, count(*)::int as people from enrollments
    where org_id = ${scope.org} and course_id = ${courseId} and completed_at is null and ${isLearner(course)}
    group by step_id`.execute(scope.db)
  const answers = await sql<{ blockId: string; people: number; correct: number }>`
    select block_id, count(*)::int as people, count(*) filter (where correct)::int as correct
    from (select distinct on (member_id, block_id) block_id, correct from answers
      where org_id = ${scope.org} and course_id = ${courseId} and ${isLearner(course)} order by member_id, block_id, id desc) last
    group by block_id`.execute(scope.db)
  const { started = 0, completed = 0 } = totals.rows[0] ?? {}
  const steps = document.content.map(({ attrs }) => {
    const finished = done.rows.find(({ stepId }) => stepId === attrs.id)?.done ?? 0
    const stopped = at.rows.find(({ stepId }) => stepId === attrs.id)?.people ?? 0
    return { id: attrs.id, title: attrs.title, reached: finished + stopped, done: finished, stopped }
  })
  const questions = document.content.flatMap((step) =>
    questionsOf(step).map(({ id, prompt }) => {
      const { people = 0, correct = 0 } = answers.rows.find(({ blockId }) => blockId === id) ?? {}
      return { blockId: id, stepId: step.attrs.id, prompt, people, correct }
    }),
  )
  return { started, completed, steps, questions }
}

/** Who learned a course and where they are, last seen first, for its author. */
export async function listLearners(scope: Scope, courseId: string, query: Paged) {
  const course = await findOwnCourse(scope, courseId)
  const after = readCursor(query.after, 'moment', 'id')
  let rows = scope.db
    .selectFrom('enrollments as e')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'e.orgId').onRef('m.id', '=', 'e.memberId'),
    )
    .innerJoin('courseVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'e.orgId')
        .onRef('v.courseId', '=', 'e.courseId')
        .onRef('v.number', '=', 'e.version'),
    )
    .select(['m.id', 'm.name', 'm.title', 'e.startedAt', 'e.seenAt', 'e.completedAt', 'e.stepsDone'])
    .select(
      sql<string>`coalesce(jsonb_path_query_first(v.document, '$.content[*].attrs ? (@.id == $id).title',
        jsonb_build_object('id', e.step_id)) #>> '{}', '')`.as('stepTitle'),
    )
    .where('e.orgId', '=', scope.org)
    .where('e.courseId', '=', courseId)
    .where(isLearner(course, 'e.memberId'))
  if (after)
    rows = rows.where(sql<boolean>`(e.seen_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('e.seenAt', 'desc')
    .orderBy('m.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [row.seenAt, row.id])
  return {
    items: page.items.map(({ id, name, title, ...rest }) => ({ member: { id, name, title }, ...rest })),
    next: page.next,
  }
}
