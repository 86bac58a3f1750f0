import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { GiveThanks } from './give-thanks.tsx'
export { ThankButton } from './thank-button.tsx'
export { ThankReviewers } from './thank-reviewers.tsx'

export const pages: ClientPage[] = [{ path: paths.thanks, load: () => import('./thanks.page.tsx') }]
