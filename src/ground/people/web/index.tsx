import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { useEntrance } from './door.tsx'
export { holdsRole, useSession } from './session.ts'
export { Welcome } from './welcome.tsx'

export const pages: RouteObject[] = [
  { path: paths.me, lazy: () => import('./me.page.tsx') },
  { path: paths.member, lazy: () => import('./member.page.tsx') },
]

export const bare: RouteObject[] = [{ path: paths.signIn, lazy: () => import('./sign-in.page.tsx') }]
