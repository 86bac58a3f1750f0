import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { MyLetters } from './my-letters.tsx'
export { RefusedAddresses } from './refused-addresses.tsx'

export const bare: ClientPage[] = [{ path: paths.unsubscribe, load: () => import('./unsubscribe.page.tsx') }]
