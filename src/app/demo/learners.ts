import { questionsOf } from '#course/document/blocks.ts'
import type { AnswerResponse } from '#course/document/question.ts'
import type { Question } from '#course/document/schema.ts'
import { answerQuestion, completeStep, setCourseReaction, startCourse } from '#learning'
import type { Scope } from '#platform/scope'
import { seeded } from '#platform/seeded'
import type { Cast, Story } from './material.ts'
import { known, momentOf, type Stage } from './stage.ts'
import { publishedDocument } from './writing.ts'

/** One person going through one course: when they start, and after how many steps they stop (null: never). */
export interface Path {
  who: string
  courseId: string
  day: number
  stopsAfter: number | null
  /** Draws what they answer: people learn at the same time, and none may change the luck of another. */
  random: () => number
}

/** Whoever says something in a course goes through it later on that day, when all that was said stands there. */
const afterTalk = 0.62

/**
 * Who learns what and when: as the story says, and for everyone else drawn from the waves with the stage's seed.
 * Nobody learns their own course, or twice.
 */
export function drawPaths(stage: Stage, cast: Cast, story: Story): Path[] {
  const paths = new Map<string, Omit<Path, 'random'>>()
  for (const { who, course, day, done } of story.learning) {
    const courseId = known(stage.courses, course, 'course')
    paths.set(`${who} ${course}`, { who, courseId, day, stopsAfter: done })
  }
  const lastFirst = story.comments.toSorted((a, b) => b.day - a.day)
  const firstComment = new Map(lastFirst.map(({ by, course, day }) => [`${by} ${course}`, day]))
  for (const { course, groups, from, days, start, finish } of story.waves) {
    const courseId = known(stage.courses, course, 'course')
    const author = known(stage.authors, course, 'author')
    const members = cast.members.filter(
      (member) => member.key !== author && member.groups.some((group) => groups.includes(group)),
    )
    for (const { key } of members) {
      const spoke = firstComment.get(`${key} ${course}`)
      const [starts, when, finishes, stop] = [stage.random(), stage.random(), stage.random(), stage.random()]
      const day = Math.min(
        spoke === undefined ? Number.POSITIVE_INFINITY : spoke + afterTalk,
        from + when * days,
      )
      const comes = spoke !== undefined || starts < start
      if (!comes || day >= story.days + 1 || paths.has(`${key} ${course}`)) continue
      const stopsAfter = spoke !== undefined || finishes < finish ? null : Math.floor(stop * 5)
      paths.set(`${key} ${course}`, { who: key, courseId, day, stopsAfter })
    }
  }
  const sorted = [...paths.values()].sort((a, b) => a.day - b.day)
  return sorted.map((path, place) => ({ ...path, random: seeded(place + 1) }))
}

const minute = 60_000

/** Plays one path: starts, reads step by step, answers, and reacts at the end. */
export async function learn(scope: Scope, path: Path): Promise<void> {
  const document = await publishedDocument(scope, path.courseId)
  await startCourse(scope, path.courseId)
  for (const [index, step] of document.content.entries()) {
    if (index === path.stopsAfter) return
    for (const question of questionsOf(step)) {
      scope.now = new Date(scope.now.getTime() + minute)
      const response = answerOf(question, path.random() < 0.78)
      await answerQuestion(scope, path.courseId, { blockId: question.id, response })
    }
    scope.now = new Date(scope.now.getTime() + (2 + path.random() * 3) * minute)
    await completeStep(scope, path.courseId, step.attrs.id)
  }
  const kinds = ['useful', 'learned', 'like'] as const
  const kind = kinds[Math.floor(path.random() * 5)]
  if (kind) await setCourseReaction(scope, path.courseId, { anchor: '', kind }, true)
}

/** A right answer, or a likely wrong one. */
function answerOf(question: Question, isRight: boolean): AnswerResponse {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        chosen: question.options
          .filter(({ correct }) => correct === isRight)
          .map(({ id }) => id)
          .slice(0, question.kind === 'single' ? 1 : 20),
      }
    case 'truefalse':
      return { truth: question.answer === isRight }
    case 'short':
      return { text: isRight ? (question.accepted[0] ?? '') : '?' }
    case 'numeric': {
      const { value, tolerance } = question
      return { text: String((value ?? 0) + (isRight ? 0 : (tolerance ?? 0) * 3 + 1)) }
    }
    case 'ordering': {
      const ids = question.items.map(({ id }) => id)
      return { order: isRight ? ids : [...ids.slice(1), ...ids.slice(0, 1)] }
    }
  }
}

export const startOf = (stage: Stage, path: Path): Date => momentOf(stage, path.day)
