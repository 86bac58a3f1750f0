import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { AwardButton } from './badges/award-button.tsx'
export { MemberBadges } from './badges/member-badges.tsx'
export { MyBadges } from './badges/my-badges.tsx'
export { BadgePicture } from './badges/picture.tsx'
export { CommendButton } from './commendation/commend-button.tsx'
export { MyRings } from './fairness/my-rings.tsx'
export { GiveThanks } from './give-thanks.tsx'
export { MyPoints } from './rewards/my-points.tsx'
export { RecognitionCard } from './settings/recognition-card.tsx'
export { ThankButton } from './thank-button.tsx'
export { ThankReviewers } from './thank-reviewers.tsx'
export { ThanksFile } from './thanks-file.tsx'

export const pages: ClientPage[] = [
  { path: paths.thanks, load: () => import('./thanks.page.tsx') },
  { path: paths.points, load: () => import('./points.page.tsx') },
  { path: paths.celebration, load: () => import('./wall/celebration.page.tsx') },
  { path: paths.yearInReview, load: () => import('./wall/year.page.tsx') },
  { path: paths.boards, load: () => import('./boards/boards.page.tsx') },
  { path: paths.bonuses, load: () => import('./bonus/bonuses.page.tsx') },
  { path: paths.badges, load: () => import('./badges/badges.page.tsx') },
  { path: paths.newBadge, load: () => import('./badges/new-badge.page.tsx') },
  { path: paths.fairness, load: () => import('./fairness/fairness.page.tsx') },
  { path: paths.rings, load: () => import('./fairness/rings.page.tsx') },
  { path: paths.badge, load: () => import('./badges/badge.page.tsx') },
  { path: paths.rewards, load: () => import('./rewards/rewards.page.tsx') },
  { path: paths.myRedemptions, load: () => import('./rewards/my-redemptions.page.tsx') },
  { path: paths.redemptions, load: () => import('./rewards/redemptions.page.tsx') },
  { path: paths.draw, load: () => import('./rewards/draw.page.tsx') },
  { path: paths.rewardDesigns, load: () => import('./rewards/designs.page.tsx') },
  { path: paths.newReward, load: () => import('./rewards/new-reward.page.tsx') },
  { path: paths.reward, load: () => import('./rewards/reward.page.tsx') },
  { path: paths.earning, load: () => import('./rules/earning.page.tsx') },
  { path: paths.rules, load: () => import('./rules/rules.page.tsx') },
  { path: paths.newRule, load: () => import('./rules/new-rule.page.tsx') },
  { path: paths.rule, load: () => import('./rules/rule.page.tsx') },
]

export const bare: ClientPage[] = [
  { path: paths.verifyBadge, load: () => import('./badges/verify.page.tsx') },
  { path: paths.sharedBadge, load: () => import('./badges/shared.page.tsx') },
]
