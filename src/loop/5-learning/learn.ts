import { sql } from 'kysely'
import { decimalSign } from '#course/document/number.ts'
import { type AnswerResponse, kept, scoreAnswer, UnfitResponse } from '#course/document/question.ts'
import type { Question } from '#course/document/schema.ts'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { GivenAnswer, Progress } from './contract.ts'
import { enroll, findCourseToLearn } from './enrollment.ts'
import { isOwn, type Place, progressOf, readPlace, stepToOpen } from './lesson.ts'
import { publishedStep, publishedSteps } from './published.ts'

/**
 * Starts a course or goes on with it: the step last opened, else the first one not done. Whoever wrote it does not learn
 * it: they look through it, and nothing is kept of that.
 */
export async function startCourse(
  scope: Scope,
  courseId: string,
): Promise<{ stepId: string; progress: Progress }> {
  const { course, enrollment: known } = await findCourseToLearn(scope, courseId)
  if (isOwn(scope, course)) throw conflict('course.own')
  const place = await readPlace(scope, courseId, course.publishedVersion)
  const stepId = stepToOpen(place, known?.stepId)
  await enroll(scope, courseId, { version: place.version, stepId })
  return { stepId, progress: progressOf(place, known?.completedAt ?? null) }
}

/**
 * Scores an answer and keeps it. Answering again is allowed; every try is kept, the last one counts. Whoever wrote the
 * question tries it: their answers are scored and not kept.
 */
export async function answerQuestion(
  scope: Scope,
  courseId: string,
  { blockId, response }: { blockId: string; response: AnswerResponse },
): Promise<GivenAnswer> {
  const { course, enrollment } = await findCourseToLearn(scope, courseId)
  const version = course.publishedVersion
  const { question, stepId } = await findQuestion(scope, courseId, version, blockId)
  const given = { blockId, ...score(scope, question, response), at: scope.now.toISOString() }
  if (isOwn(scope, course)) return given
  if (!enrollment) await enroll(scope, courseId, { version, stepId })
  await keepAnswer(scope, { courseId, version, ...given })
  return given
}

type KeptAnswer = Pick<GivenAnswer, 'blockId' | 'response' | 'correct' | 'score'> & {
  courseId: string
  version: number
}

async function keepAnswer(
  scope: Scope,
  { courseId, version, blockId, response, correct, score }: KeptAnswer,
): Promise<void> {
  const id = newIdIn(scope)
  await scope.db
    .insertInto('answers')
    .values({
      orgId: scope.org,
      id,
      courseId,
      memberId: scope.actor.id,
      blockId,
      version,
      response: JSON.stringify(response),
      correct,
      score,
      at: scope.now,
    })
    .execute()
  await record(scope, 'question.answered', {
    courseId,
    memberId: scope.actor.id,
    blockId,
    answerId: id,
    correct,
  })
}

function score(scope: Scope, question: Question, typed: AnswerResponse) {
  const sign = decimalSign(scope.actor.locale)
  try {
    const response = kept(question, typed, sign)
    return { response, ...scoreAnswer(question, response, sign) }
  } catch (error) {
    if (error instanceof UnfitResponse)
      throw invalidField('/response', 'answer.unfit', { why: error.message })
    throw error
  }
}

async function findQuestion(scope: Scope, courseId: string, version: number, blockId: string) {
  const steps = await publishedSteps(scope, courseId, version)
  for (const { id: stepId, questions } of steps) {
    const question = questions.find(({ id }) => id === blockId)
    if (question) return { question, stepId }
  }
  throw notFound('question')
}

/**
 * Finishes a step once its questions are answered; finishing every step completes the course, once. One step of a
 * person at a time: two windows that each finish one must not both miss that it was the last.
 */
export async function completeStep(scope: Scope, courseId: string, stepId: string): Promise<Progress> {
  const { course, enrollment: known } = await findCourseToLearn(scope, courseId, 'hold')
  if (isOwn(scope, course)) throw conflict('course.own')
  const version = course.publishedVersion
  const { questions } = await publishedStep(scope, courseId, version, stepId)
  await refuseUnanswered(
    scope,
    courseId,
    questions.map(({ id }) => id),
  )
  const { completedAt: before } = known ?? (await enroll(scope, courseId, { version, stepId }))
  const done = await markDone(scope, courseId, stepId)
  const place = await readPlace(scope, courseId, version)
  const complete = place.steps.every((one) => one.done) && !before
  const completedAt = complete ? scope.now.toISOString() : before
  await scope.db
    .updateTable('enrollments')
    .set({
      version: place.version,
      stepId: nextStep(place, stepId),
      seenAt: scope.now,
      completedAt,
      stepsDone: place.steps.filter((one) => one.done).length,
    })
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('memberId', '=', scope.actor.id)
    .execute()
  const memberId = scope.actor.id
  if (done) await record(scope, 'step.completed', { courseId, memberId, stepId })
  if (complete) await record(scope, 'course.completed', { courseId, memberId })
  tell(scope, { topics: ['my-learning', `course:${courseId}`], to: [memberId, course.authorId] })
  return progressOf(place, completedAt)
}

/** Where to go on: the next step that is not done, else the first one that was passed over. */
function nextStep({ steps }: Place, stepId: string): string {
  const at = steps.findIndex(({ id }) => id === stepId)
  return [...steps.slice(at), ...steps].find(({ done }) => !done)?.id ?? stepId
}

async function refuseUnanswered(scope: Scope, courseId: string, blockIds: string[]): Promise<void> {
  if (blockIds.length === 0) return
  const { rows } = await sql<{
    blockId: string
  }>`select distinct block_id from answers where org_id = ${scope.org}
    and course_id = ${courseId} and member_id = ${scope.actor.id} and block_id = any(${blockIds})`.execute(
    scope.db,
  )
  const missing = blockIds.filter((id) => !rows.some(({ blockId }) => blockId === id))
  if (missing.length > 0) {
    throw conflict('step.unanswered', { blockIds: missing })
  }
}

async function markDone(scope: Scope, courseId: string, stepId: string): Promise<boolean> {
  const made = await scope.db
    .insertInto('stepProgress')
    .values({
      orgId: scope.org,
      courseId,
      memberId: scope.actor.id,
      stepId,
      seenAt: scope.now,
      doneAt: scope.now,
    })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
