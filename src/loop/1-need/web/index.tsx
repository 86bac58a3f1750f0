import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { NeedActions } from './need-actions.tsx'
export { VoiceButton } from './voice-button.tsx'

export const pages: ClientPage[] = [
  { path: paths.ask, load: () => import('./board.page.tsx') },
  { path: paths.raiseNeed, load: () => import('./raise.page.tsx') },
]
