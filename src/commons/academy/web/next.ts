import { linkTo, paths } from '#paths'
import type { Academy, PathCourse } from '../contract.ts'

/** The course of a step that the reader takes: the one they finished or began, else the one in their own language. */
export const takenOf = ({ courses }: Academy['path'][number]): PathCourse | undefined =>
  courses.find(({ completedAt }) => completedAt) ??
  courses.find(({ stepsDone }) => stepsDone > 0) ??
  courses[0]

/** The first step of the path that is not done. */
export const nextOf = (path: Academy['path']) => path.find(({ done }) => !done)

export const playerOf = ({ id: courseId, stepId }: PathCourse): string =>
  stepId ? linkTo(paths.player, { courseId, stepId }) : linkTo(paths.course, { courseId })
