import { academyPlans } from './academy-plans.ts'
import { campaignPlans } from './campaign-plans.ts'
import { communityPlans } from './community-plans.ts'
import { ladderPlans } from './ladder-plans.ts'
import { protectedTimePlans } from './protected-time-plans.ts'
import { volunteerPlans } from './volunteer-plans.ts'

/** How what is in the commons comes about in a setting. */
export const commonsPlans = {
  ...academyPlans,
  ...campaignPlans,
  ...communityPlans,
  ...ladderPlans,
  ...protectedTimePlans,
  ...volunteerPlans,
}
