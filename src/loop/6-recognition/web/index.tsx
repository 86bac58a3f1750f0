import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { AwardButton } from './badges/award-button.tsx'
export { MemberBadges } from './badges/member-badges.tsx'
export { MyBadges } from './badges/my-badges.tsx'
export { BadgePicture } from './badges/picture.tsx'
export { MyRings } from './fairness/my-rings.tsx'
export { GiveThanks } from './give-thanks.tsx'
export { RecognitionCard } from './settings/recognition-card.tsx'
export { ThankButton } from './thank-button.tsx'
export { ThankReviewers } from './thank-reviewers.tsx'

export const pages: ClientPage[] = [
  { path: paths.thanks, load: () => import('./thanks.page.tsx') },
  { path: paths.points, load: () => import('./points.page.tsx') },
  { path: paths.badges, load: () => import('./badges/badges.page.tsx') },
  { path: paths.newBadge, load: () => import('./badges/new-badge.page.tsx') },
  { path: paths.fairness, load: () => import('./fairness/fairness.page.tsx') },
  { path: paths.rings, load: () => import('./fairness/rings.page.tsx') },
  { path: paths.badge, load: () => import('./badges/badge.page.tsx') },
]

export const bare: ClientPage[] = [
  { path: paths.verifyBadge, load: () => import('./badges/verify.page.tsx') },
  { path: paths.sharedBadge, load: () => import('./badges/shared.page.tsx') },
]
