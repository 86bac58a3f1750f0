import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { CampaignPost, type Post } from './calls/campaign-post.tsx'

export const pages: ClientPage[] = [
  { path: paths.campaigns, load: () => import('./campaigns.page.tsx') },
  { path: paths.campaign, load: () => import('./campaign.page.tsx') },
  { path: paths.campaignTerms, load: () => import('./settings/terms.page.tsx') },
  { path: paths.campaignCall, load: () => import('./calls/call.page.tsx') },
]

export const bare: ClientPage[] = [
  { path: paths.campaignLetter, load: () => import('./calls/letter.page.tsx') },
]
