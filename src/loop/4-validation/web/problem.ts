import type { ProblemBody } from '#platform/http/call'
import type { useText } from './text.ts'

const known = {
  'review.open-already': 'validation.problem.openAlready',
  'review.own-course': 'validation.problem.ownCourse',
  'review.not-reviewer': 'validation.problem.notReviewer',
  'review.not-yours': 'validation.problem.notYours',
  'review.closed': 'validation.problem.closed',
  'review.no-such-block': 'validation.problem.noSuchBlock',
  'review.say-what': 'validation.noteNeeded',
  'course.empty': 'validation.problem.empty',
  'course.unfinished-question': 'validation.problem.unfinished',
  'network.unreachable': 'validation.problem.unreachable',
} as const

/** A refusal of the server in the reader's words; null when there is none. */
export function problemIn(
  t: ReturnType<typeof useText>,
  error: { problem: ProblemBody } | null,
): string | null {
  if (!error) return null
  const { code, detail, faults } = error.problem
  const [fault] = faults ?? []
  const key = known[(fault?.code ?? code) as keyof typeof known]
  return key ? t(key) : (fault?.detail ?? detail)
}
