import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { AskForReview } from './ask-for-review.tsx'
export { Rounds, useAreRoundsKnown } from './rounds.tsx'

export const pages: RouteObject[] = [
  { path: paths.reviews, lazy: () => import('./reviews.page.tsx') },
  { path: paths.review, lazy: () => import('./review.page.tsx') },
]
