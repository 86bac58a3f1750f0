import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { Claim } from './claim.tsx'
export { Evidence } from './evidence.tsx'
export { Experts } from './experts.tsx'
export { MyDetection } from './my-detection.tsx'
export { MyNominations } from './nomination/mine.tsx'
export { NominateButton } from './nomination/nominate.tsx'

export const pages: ClientPage[] = [
  { path: paths.lead, load: () => import('./radar/radar.page.tsx') },
  { path: paths.topics, load: () => import('./topics/topics.page.tsx') },
  { path: paths.network, load: () => import('./network/network.page.tsx') },
  { path: paths.held, load: () => import('./held/held.page.tsx') },
  { path: paths.imports, load: () => import('./imports/imports.page.tsx') },
  { path: paths.purposes, load: () => import('./purposes.page.tsx') },
]
