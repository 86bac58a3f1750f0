import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { GiveThanks } from './give-thanks.tsx'
export { ThankButton } from './thank-button.tsx'

export const pages: RouteObject[] = [{ path: paths.thanks, lazy: () => import('./thanks.page.tsx') }]
