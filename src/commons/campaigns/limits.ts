export const mostSteps = 12
export const mostVariants = 4
export const mostConditions = 12
/** Campaigns that an organization keeps in use at a time. */
export const mostCampaigns = 500
export const mostChannels = 20
/** How long a campaign runs, in days. */
export const longest = 365
