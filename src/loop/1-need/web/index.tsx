import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { NeedActions } from './need-actions.tsx'
export { VoiceButton } from './voice-button.tsx'

export const pages: RouteObject[] = [
  { path: paths.ask, lazy: () => import('./board.page.tsx') },
  { path: paths.raiseNeed, lazy: () => import('./raise.page.tsx') },
]
