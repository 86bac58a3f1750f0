import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { CoursePage } from './course-page.tsx'
export { ThresholdsCard } from './health/thresholds-card.tsx'
export { Player } from './player.tsx'

export const pages: ClientPage[] = [
  { path: paths.learn, load: () => import('./learn.page.tsx') },
  { path: paths.health, load: () => import('./health/health.page.tsx') },
  { path: paths.groupHealth, load: () => import('./health/group-health.page.tsx') },
  { path: paths.courseHealth, load: () => import('./health/course-health.page.tsx') },
  { path: paths.courseLearners, load: () => import('./learners.page.tsx') },
]
