import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { ToGreet } from './to-greet.tsx'

export const pages: ClientPage[] = [{ path: paths.volunteer, load: () => import('./volunteer.page.tsx') }]
