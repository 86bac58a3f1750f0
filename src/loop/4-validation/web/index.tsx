import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { AskForReview } from './ask-for-review.tsx'
export { CharterNotes } from './charter/charter-notes.tsx'
export { Rounds, useAreRoundsKnown } from './rounds.tsx'

export const pages: ClientPage[] = [
  { path: paths.reviews, load: () => import('./reviews.page.tsx') },
  { path: paths.charter, load: () => import('./charter/charter.page.tsx') },
  { path: paths.policies, load: () => import('./policy/policies.page.tsx') },
  { path: paths.reviewQueue, load: () => import('./queue/queue.page.tsx') },
  { path: paths.practice, load: () => import('./calibration/practice.page.tsx') },
  { path: paths.practiceCourse, load: () => import('./calibration/practice-course.page.tsx') },
  { path: paths.review, load: () => import('./review.page.tsx') },
]
