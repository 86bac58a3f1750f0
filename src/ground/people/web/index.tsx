import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'
import './people.css'

export { Door, useEntrance } from './door.tsx'
export { Gone } from './gone.tsx'
export { useManaged } from './managed.ts'
export { Me } from './me.tsx'
export { MemberFrame } from './member-frame.tsx'
export { MemberDialog } from './member-list.tsx'
export { usePeopleSearch } from './people-search.tsx'
export { holdsRole, useSession, useSignedInAt } from './session.ts'
export { SettingsPage } from './settings-page.tsx'
export { SignInForm } from './sign-in-form.tsx'
export { useTimeZoneOnce } from './time-zone.ts'
export { Welcome } from './welcome.tsx'

export const pages: ClientPage[] = [
  { path: paths.groups, load: () => import('./groups.page.tsx') },
  { path: paths.group, load: () => import('./group.page.tsx') },
  { path: paths.people, load: () => import('./people.page.tsx') },
  { path: paths.apiKeys, load: () => import('./api-keys.page.tsx') },
  { path: paths.invite, load: () => import('./invite.page.tsx') },
]

export const bare: ClientPage[] = [
  { path: paths.signIn, load: () => import('./sign-in.page.tsx') },
  { path: paths.forgotten, load: () => import('./forgotten.page.tsx') },
  { path: paths.resetPassword, load: () => import('./reset.page.tsx') },
  { path: paths.invitation, load: () => import('./accept.page.tsx') },
]
