import { sql } from 'kysely'
import { findOwnCourse, readVersion } from '#course'
import { questionsOf } from '#course/document/blocks.ts'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { Insight } from './contract.ts'

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
    where org_id = ${scope.org} and course_id = ${courseId} and done_at is not null and ${isLearner(course)} group by step_id`.execute(
    scope.db,
  )
  const at = await sql<{
    stepId: string
    people: number
  }>`select step_id, count(*)::int as people from enrollments
    where org_id = ${scope.org} and course_id = ${courseId} and completed_at is null and ${isLearner(course)} group by step_id`.execute(
    scope.db,
  )
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

interface LearnersQuery {
  limit: number
  after?: string | undefined
  state: 'all' | 'open' | 'completed'
  reached?: string | undefined
  stoppedAt?: string | undefined
}

/** Whether an enrollment is one of those that a number of `getInsight` counts. */
function isCounted({ state, reached, stoppedAt }: LearnersQuery) {
  const here = (stepId: string) => sql`e.completed_at is null and e.step_id = ${stepId}`
  const done = (stepId: string) => sql`exists (select from step_progress p where p.org_id = e.org_id
    and p.course_id = e.course_id and p.member_id = e.member_id and p.step_id = ${stepId} and p.done_at is not null)`
  const of = { all: sql`true`, open: sql`e.completed_at is null`, completed: sql`e.completed_at is not null` }
  return sql`${of[state]}
    ${stoppedAt ? sql`and ${here(stoppedAt)}` : sql``}
    ${reached ? sql`and (${here(reached)} or ${done(reached)})` : sql``}`
}

/** Who learned a course and where they are, last seen first, for its author: all, or those that one number counts. */
export async function listLearners(scope: Scope, courseId: string, query: LearnersQuery) {
  const course = await findOwnCourse(scope, courseId)
  const after = readCursor(query.after, 'moment', 'id')
  const { rows } = await sql<LearnerRow>`
    select m.id, m.name, m.title, e.started_at, e.seen_at, e.completed_at, e.steps_done,
      coalesce(jsonb_path_query_first(v.document, '$.content[*].attrs ? (@.id == $id).title',
        jsonb_build_object('id', e.step_id)) #>> '{}', '') as step_title
    from enrollments e join members m on m.org_id = e.org_id and m.id = e.member_id
      join course_versions v on v.org_id = e.org_id and v.course_id = e.course_id and v.number = e.version
    where e.org_id = ${scope.org} and e.course_id = ${courseId} and ${isLearner(course, 'e.member_id')} and ${isCounted(query)}
      ${after ? sql`and (e.seen_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by e.seen_at desc, m.id desc limit ${query.limit + 1}`.execute(scope.db)
  const page = pageOf(rows, query.limit, (row) => [row.seenAt, row.id])
  return {
    items: page.items.map(({ id, name, title, ...rest }) => ({ member: { id, name, title }, ...rest })),
    next: page.next,
  }
}

interface LearnerRow {
  id: string
  name: string
  title: string
  startedAt: string
  seenAt: string
  completedAt: string | null
  stepsDone: number
  stepTitle: string
}
