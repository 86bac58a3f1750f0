import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { Claim } from './claim.tsx'
export { Evidence } from './evidence.tsx'
export { Experts } from './experts.tsx'
export { MyDetection } from './my-detection.tsx'

export const pages: ClientPage[] = [{ path: paths.purposes, load: () => import('./purposes.page.tsx') }]
