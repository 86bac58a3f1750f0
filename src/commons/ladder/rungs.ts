import { linkTo, paths } from '#paths'

/** The small contributions, in the order in which they usually become possible. */
export const rungNames = ['answer', 'tip', 'clip', 'edit', 'question', 'step', 'course', 'coach'] as const
export type Rung = (typeof rungNames)[number]

/** Those that are given to a course of somebody else. */
export const contributionKinds = ['edit', 'question', 'clip', 'step', 'tip'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** What a rung is proposed on: as much of it as there is. */
export interface Place {
  needId?: string | null
  courseId?: string | null
  stepId?: string | null
  blockId?: string | null
}

/** In a step of a course, with the dialog for one kind of contribution open. */
const inStep =
  (kind: ContributionKind) =>
  ({ courseId, stepId, blockId }: Place): string =>
    linkTo(
      paths.player,
      { courseId: courseId ?? '', stepId: stepId ?? '' },
      { query: { better: kind, ...(blockId && { on: blockId }) } },
    )

/** Where each rung is done: the very place, so that one press of a notification leads there. */
export const pathOf: Record<Rung, (place: Place) => string> = {
  answer: ({ needId, courseId, stepId }) =>
    needId
      ? linkTo(paths.need, { needId })
      : stepId
        ? linkTo(paths.player, { courseId: courseId ?? '', stepId })
        : linkTo(paths.course, { courseId: courseId ?? '' }),
  tip: inStep('tip'),
  clip: inStep('clip'),
  edit: inStep('edit'),
  question: inStep('question'),
  step: inStep('step'),
  course: ({ needId }) =>
    linkTo(paths.newCourse, {}, { query: { ...(needId && { need: needId }), template: 'one-thing' } }),
  coach: () => linkTo(paths.leadersCommunity, {}, { query: { part: 'coaching' } }),
}
