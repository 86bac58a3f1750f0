import { z } from 'zod'
import { courseCard } from '#course/contract.ts'
import { answerResponse } from '#course/document/question.ts'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

const stepId = z.string().regex(/^[A-Za-z0-9]{12}$/)
const aCourse = z.strictObject({ courseId: id() })
const aStep = z.strictObject({ courseId: id(), stepId })

export const givenAnswer = z.object({
  blockId: z.string(),
  response: answerResponse,
  correct: z.boolean(),
  score: z.number(),
  feedback: z.string(),
  solution: z.array(z.string()),
  at: moment(),
})
export type GivenAnswer = z.output<typeof givenAnswer>

export const outlineStep = z.object({
  id: z.string(),
  title: z.string(),
  done: z.boolean(),
  minutes: z.number(),
})

/** How far one is in a course, and what is still missing. */
export const progress = z.object({
  stepsDone: z.number().int(),
  steps: z.number().int(),
  completedAt: moment().nullable(),
  minutesLeft: z.number().int(),
})
export type Progress = z.output<typeof progress>

export const lessonStep = z.object({
  course: courseCard,
  /** Whether the reader wrote it: they look through it, and nothing is kept of that. */
  own: z.boolean(),
  outline: z.array(outlineStep),
  step: z.object({ id: z.string(), title: z.string(), content: z.array(z.unknown()) }),
  answers: z.array(givenAnswer),
  progress,
})
export type LessonStep = z.output<typeof lessonStep>

export const startCourse = endpoint('startCourse', {
  method: 'PUT',
  path: '/courses/:courseId/enrollment',
  summary: 'Start a course, or go on with it; answers the step to open',
  access: 'signed-in',
  params: aCourse,
  returns: z.object({ stepId: z.string(), progress }),
  problems: ['course.own'],
})

export const getProgress = endpoint('getProgress', {
  method: 'GET',
  path: '/courses/:courseId/progress',
  summary: 'How far one is in a course, step by step, and the step to open',
  access: 'signed-in',
  params: aCourse,
  returns: z.object({
    started: z.boolean(),
    stepId: z.string(),
    progress,
    steps: z.array(outlineStep),
  }),
})

export const getStep = endpoint('getStep', {
  method: 'GET',
  path: '/courses/:courseId/steps/:stepId',
  summary:
    'One step to learn from. Questions come without their answers; those one gave come with their score',
  access: 'signed-in',
  params: aStep,
  returns: lessonStep,
  problems: ['step.not-found'],
})

export const answerQuestion = endpoint('answerQuestion', {
  method: 'POST',
  path: '/courses/:courseId/answers',
  summary:
    'Answer a question; the server scores it. The first answer also starts the course. What its author tries is scored and not kept',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ blockId: stepId, response: answerResponse }),
  returns: givenAnswer,
  problems: ['question.not-found', 'answer.unfit'],
  example: { blockId: 'abcdefghjk23', response: { truth: true } },
})

export const completeStep = endpoint('completeStep', {
  method: 'PUT',
  path: '/courses/:courseId/steps/:stepId/completion',
  summary: 'Finish a step; the last one completes the course, the first starts it where opening it did not',
  access: 'signed-in',
  params: aStep,
  returns: progress,
  problems: ['step.unanswered', 'course.own'],
})

export const learningCard = z.object({
  course: courseCard,
  stepId: z.string(),
  stepTitle: z.string(),
  progress,
  seenAt: moment(),
})
export type LearningCard = z.output<typeof learningCard>

export const listMyLearning = endpoint('listMyLearning', {
  method: 'GET',
  path: '/my-learning',
  summary: 'What one has started, last opened first',
  access: 'signed-in',
  query: page({ state: z.enum(['open', 'completed', 'all']).default('all') }),
  returns: listOf(learningCard),
})

export const insight = z.object({
  started: z.number().int(),
  completed: z.number().int(),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      reached: z.number().int(),
      done: z.number().int(),
      stopped: z.number().int(),
    }),
  ),
  questions: z.array(
    z.object({
      blockId: z.string(),
      stepId: z.string(),
      prompt: z.string(),
      people: z.number().int(),
      correct: z.number().int(),
    }),
  ),
})
export type Insight = z.output<typeof insight>

export const getInsight = endpoint('getInsight', {
  method: 'GET',
  path: '/courses/:courseId/insight',
  summary: 'How far learners came, step by step, and which questions they missed: for the author',
  access: 'signed-in',
  params: aCourse,
  returns: insight,
  problems: ['course.not-yours'],
})

export const listLearners = endpoint('listLearners', {
  method: 'GET',
  path: '/courses/:courseId/learners',
  summary:
    'Who learned it and where they are, all or those that one number of the insight counts: for the author',
  access: 'signed-in',
  params: aCourse,
  query: page({
    state: z.enum(['all', 'open', 'completed']).default('all'),
    reached: stepId.optional().describe('those who came to this step'),
    stoppedAt: stepId.optional().describe('those who are at this step and have not finished'),
  }),
  returns: listOf(
    z.object({
      member,
      startedAt: moment(),
      seenAt: moment(),
      completedAt: moment().nullable(),
      stepTitle: z.string(),
      stepsDone: z.number().int(),
    }),
  ),
  problems: ['course.not-yours'],
})
