import type { RouteObject } from 'react-router'
import { paths } from '#paths'
import './people.css'

export { useEntrance } from './door.tsx'
export { Me } from './me.tsx'
export { MemberFrame } from './member-frame.tsx'
export { useSession } from './session.ts'
export { SignInForm } from './sign-in-form.tsx'
export { Welcome } from './welcome.tsx'

export const pages: RouteObject[] = [
  { path: paths.settings, lazy: () => import('./settings.page.tsx') },
  { path: paths.groups, lazy: () => import('./groups.page.tsx') },
  { path: paths.group, lazy: () => import('./group.page.tsx') },
  { path: paths.people, lazy: () => import('./people.page.tsx') },
  { path: paths.invite, lazy: () => import('./invite.page.tsx') },
]

export const bare: RouteObject[] = [
  { path: paths.signIn, lazy: () => import('./sign-in.page.tsx') },
  { path: paths.forgotten, lazy: () => import('./forgotten.page.tsx') },
  { path: paths.resetPassword, lazy: () => import('./reset.page.tsx') },
  { path: paths.invitation, lazy: () => import('./accept.page.tsx') },
]
