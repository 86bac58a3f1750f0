import { sql } from 'kysely'
import { cardOf, findPublishedCourse } from '#course'
import { questionsOf } from '#course/document/blocks.ts'
import { type AnswerResponse, scoreAnswer, UnfitResponse, withoutAnswers } from '#course/document/question.ts'
import type { CourseDocument, Step } from '#course/document/schema.ts'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { GivenAnswer, LessonStep, Progress } from './contract.ts'

export interface Place {
  version: number
  steps: { id: string; title: string; minutes: number; done: boolean }[]
}

interface OutlineRow {
  id: string
  title: string
  words: number
  doneAt: string | null
}

const wordsPerMinute = 200

/** The steps of a published version with the actor's progress; content stays in the database. */
export async function readPlace(scope: Scope, courseId: string, version: number): Promise<Place> {
  const { rows } = await sql<OutlineRow>`
    select s.step->'attrs'->>'id' as id, s.step->'attrs'->>'title' as title, length(s.step::text) / 9 as words, p.done_at
    from course_versions v, jsonb_array_elements(v.document->'content') with ordinality s(step, place)
    left join step_progress p on p.org_id = ${scope.org} and p.course_id = ${courseId} and p.member_id = ${scope.actor.id}
      and p.step_id = s.step->'attrs'->>'id'
    where v.org_id = ${scope.org} and v.course_id = ${courseId} and v.number = ${version}
    order by s.place`.execute(scope.db)
  const steps = rows.map(({ id, title, words, doneAt }) => ({
    id,
    title,
    minutes: words / wordsPerMinute,
    done: doneAt !== null,
  }))
  return { version, steps }
}

/** One step with its answers in it: never for a learner's eyes as it is. */
export async function readStep(
  scope: Scope,
  courseId: string,
  version: number,
  stepId: string,
): Promise<Step> {
  const { rows } = await sql<{ step: Step }>`
    select s.step from course_versions v, jsonb_array_elements(v.document->'content') s(step)
    where v.org_id = ${scope.org} and v.course_id = ${courseId} and v.number = ${version}
      and s.step->'attrs'->>'id' = ${stepId} limit 1`.execute(scope.db)
  const step = rows[0]?.step
  if (!step) throw notFound('step')
  return step
}

export const progressOf = (place: Place, completedAt: string | null): Progress => ({
  stepsDone: place.steps.filter(({ done }) => done).length,
  steps: place.steps.length,
  completedAt,
  minutesLeft: Math.ceil(place.steps.reduce((sum, step) => sum + (step.done ? 0 : step.minutes), 0)),
})

/** The actor's enrollment in a course; undefined before they start. */
export const findEnrollment = (scope: Scope, courseId: string) =>
  scope.db
    .selectFrom('enrollments')
    .select(['version', 'startedAt', 'stepId', 'completedAt'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('memberId', '=', scope.actor.id)
    .executeTakeFirst()

/** One step of a published course, for a learner. */
export async function getStep(scope: Scope, courseId: string, stepId: string): Promise<LessonStep> {
  const course = await findPublishedCourse(scope, courseId)
  const [place, step, enrollment] = await Promise.all([
    readPlace(scope, courseId, course.publishedVersion),
    readStep(scope, courseId, course.publishedVersion, stepId),
    findEnrollment(scope, courseId),
  ])
  const bare = withoutAnswers({ type: 'doc', content: [step] } as CourseDocument) as {
    content: { content: unknown[] }[]
  }
  return {
    course: cardOf(course),
    outline: place.steps.map((one) => ({ ...one, minutes: Math.max(1, Math.round(one.minutes)) })),
    step: { id: step.attrs.id, title: step.attrs.title, content: bare.content[0]?.content ?? [] },
    answers: await answersOn(scope, courseId, step),
    progress: progressOf(place, enrollment?.completedAt ?? null),
  }
}

/** The actor's last answer to each question of a step, scored as the step stands now. */
async function answersOn(scope: Scope, courseId: string, step: Step): Promise<GivenAnswer[]> {
  const questions = questionsOf(step)
  if (questions.length === 0) return []
  const rows = await scope.db
    .selectFrom('answers')
    .distinctOn('blockId')
    .select(['blockId', 'response', 'correct', 'score', 'at'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('memberId', '=', scope.actor.id)
    .where(sql<boolean>`block_id = any(${questions.map(({ id }) => id)})`)
    .orderBy('blockId')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const question = questions.find(({ id }) => id === row.blockId)
    const response = row.response as AnswerResponse
    if (!question) return []
    try {
      const { feedback, solution } = scoreAnswer(question, response)
      return [{ ...row, response, feedback, solution }]
    } catch (error) {
      // The question was changed to another kind since: the answer is kept, and asked for again.
      if (error instanceof UnfitResponse) return []
      throw error
    }
  })
}
