import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { StepEnd, useBetterGroup } from './better.tsx'
export { Contributors } from './contributors.tsx'
export { MemberLadder, MyLadder } from './my-ladder.tsx'
export { AndNext } from './next.tsx'
export { ContributionsWait, useAreContributionsKnown } from './waiting.tsx'

export const pages: ClientPage[] = [
  { path: paths.contributions, load: () => import('./contributions.page.tsx') },
]
