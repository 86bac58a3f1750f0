import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { AskButton } from './asking/ask-button.tsx'
export { AskedMe, Asking } from './asking/asking.tsx'
export { Claim } from './claim.tsx'
export { Evidence } from './evidence.tsx'
export { Profile } from './experts/profile.tsx'
export { Experts } from './experts.tsx'
export { MyDetection } from './my-detection.tsx'
export { MyNominations } from './nomination/mine.tsx'
export { NominateButton } from './nomination/nominate.tsx'
export { Radar } from './radar/radar.tsx'
export { MySurveys } from './surveys/mine.tsx'

export const pages: ClientPage[] = [
  { path: paths.experts, load: () => import('./experts/experts.page.tsx') },
  { path: paths.topics, load: () => import('./topics/topics.page.tsx') },
  { path: paths.knowledgeMap, load: () => import('./map/map.page.tsx') },
  { path: paths.weights, load: () => import('./weights/weights.page.tsx') },
  { path: paths.surveys, load: () => import('./surveys/surveys.page.tsx') },
  { path: paths.survey, load: () => import('./surveys/survey.page.tsx') },
  { path: paths.network, load: () => import('./network/network.page.tsx') },
  { path: paths.held, load: () => import('./held/held.page.tsx') },
  { path: paths.imports, load: () => import('./imports/imports.page.tsx') },
  { path: paths.purposes, load: () => import('./purposes.page.tsx') },
]
