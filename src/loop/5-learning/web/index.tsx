import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { CoursePage } from './course-page.tsx'
export { Player } from './player.tsx'

export const pages: RouteObject[] = [
  { path: paths.learn, lazy: () => import('./learn.page.tsx') },
  { path: paths.courseLearners, lazy: () => import('./learners.page.tsx') },
]
