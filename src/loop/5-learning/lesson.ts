import { sql } from 'kysely'
import { cardOf } from '#course'
import { decimalSign } from '#course/document/number.ts'
import { type AnswerResponse, scoreAnswer, UnfitResponse } from '#course/document/question.ts'
import type { Question } from '#course/document/schema.ts'
import { compiled } from '#platform/db/compiled'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { GivenAnswer, LessonStep, Progress } from './contract.ts'
import { findCourseToLearn, type Whose } from './enrollment.ts'
import { type PublishedStep, publishedSteps } from './published.ts'

export interface Place {
  version: number
  steps: { id: string; title: string; minutes: number; done: boolean }[]
}

/** The steps of a published version with the actor's progress. */
export async function readPlace(scope: Scope, courseId: string, version: number): Promise<Place> {
  const [steps, done] = await Promise.all([
    publishedSteps(scope, courseId, version),
    readStepsDone(scope, courseId),
  ])
  return placeOf(version, steps, done)
}

const placeOf = (version: number, steps: PublishedStep[], done: ReadonlySet<string>): Place => ({
  version,
  steps: steps.map(({ id, title, minutes }) => ({ id, title, minutes, done: done.has(id) })),
})

const stepsDone = compiled(({ org, member, courseId }: Whose, db) =>
  db
    .selectFrom('stepProgress')
    .select('stepId')
    .where('orgId', '=', org)
    .where('courseId', '=', courseId)
    .where('memberId', '=', member)
    .where('doneAt', 'is not', null),
)

const readStepsDone = async (scope: Scope, courseId: string): Promise<Set<string>> => {
  const rows = await stepsDone(scope.db, { org: scope.org, member: scope.actor.id, courseId })
  return new Set(rows.map(({ stepId }) => stepId))
}

export const progressOf = (place: Place, completedAt: string | null): Progress => ({
  stepsDone: place.steps.filter(({ done }) => done).length,
  steps: place.steps.length,
  completedAt,
  minutesLeft: Math.ceil(place.steps.reduce((sum, step) => sum + (step.done ? 0 : step.minutes), 0)),
})

/** Whether the actor wrote a course: they look through it, and nothing of theirs in it counts, from before either. */
export const isOwn = (scope: Scope, course: { authorId: string }): boolean =>
  course.authorId === scope.actor.id

const inMinutes = (steps: Place['steps']) =>
  steps.map((one) => ({ ...one, minutes: Math.max(1, Math.round(one.minutes)) }))

/** Where the actor stands in a published course: every step with whether it is done, and the one to open next. */
export async function getProgress(scope: Scope, courseId: string) {
  const [{ course, enrollment: begun }, done] = await Promise.all([
    findCourseToLearn(scope, courseId),
    readStepsDone(scope, courseId),
  ])
  const isTry = isOwn(scope, course)
  const enrollment = isTry ? undefined : begun
  const steps = await publishedSteps(scope, courseId, course.publishedVersion)
  const place = placeOf(course.publishedVersion, steps, isTry ? nothing : done)
  return {
    started: enrollment !== undefined,
    stepId: stepToOpen(place, enrollment?.stepId),
    progress: progressOf(place, enrollment?.completedAt ?? null),
    steps: inMinutes(place.steps),
  }
}

/** The step last opened, else the first one not done, else the first. */
export function stepToOpen(place: Place, last: string | undefined): string {
  const again = place.steps.find(({ id }) => id === last) ?? place.steps.find(({ done }) => !done)
  return (again ?? place.steps[0])?.id ?? ''
}

const nothing: ReadonlySet<string> = new Set()

/** One step of a published course, for a learner or for its author who looks through it. */
export async function getStep(scope: Scope, courseId: string, stepId: string): Promise<LessonStep> {
  const [{ course, enrollment: begun }, done] = await Promise.all([
    findCourseToLearn(scope, courseId),
    readStepsDone(scope, courseId),
  ])
  const steps = await publishedSteps(scope, courseId, course.publishedVersion)
  const step = steps.find(({ id }) => id === stepId)
  if (!step) throw notFound('step')
  const isTry = isOwn(scope, course)
  const place = placeOf(course.publishedVersion, steps, isTry ? nothing : done)
  return {
    course: cardOf(course),
    own: isTry,
    outline: inMinutes(place.steps),
    step: { id: step.id, title: step.title, content: step.content },
    answers: isTry ? [] : await answersOn(scope, courseId, step.questions),
    progress: progressOf(place, isTry ? null : (begun?.completedAt ?? null)),
  }
}

/** The actor's last answer to each question of a step, scored as the step stands now. */
async function answersOn(scope: Scope, courseId: string, questions: Question[]): Promise<GivenAnswer[]> {
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
      const { feedback, solution } = scoreAnswer(question, response, decimalSign(scope.actor.locale))
      return [{ ...row, response, feedback, solution }]
    } catch (error) {
      // The question was changed to another kind since: the answer is kept, and asked for again.
      if (error instanceof UnfitResponse) return []
      throw error
    }
  })
}
