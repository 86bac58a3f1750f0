import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export const pages: ClientPage[] = [{ path: paths.protectedTime, load: () => import('./time.page.tsx') }]
