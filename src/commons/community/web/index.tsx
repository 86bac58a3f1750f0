import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export const pages: ClientPage[] = [
  { path: paths.leadersCommunity, load: () => import('./community.page.tsx') },
  { path: paths.communityPost, load: () => import('./posts/post.page.tsx') },
]
