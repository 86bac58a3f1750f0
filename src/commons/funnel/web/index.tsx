import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export const pages: ClientPage[] = [{ path: paths.funnel, load: () => import('./funnel.page.tsx') }]
