import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { CoursePage } from './course-page.tsx'
export { Player } from './player.tsx'

export const pages: ClientPage[] = [
  { path: paths.learn, load: () => import('./learn.page.tsx') },
  { path: paths.courseLearners, load: () => import('./learners.page.tsx') },
]
