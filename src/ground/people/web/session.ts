import { useRead } from '#platform/web/use'
import { getSession, type Session } from '../contract.ts'

/** Who is signed in; the shell has read it before any page is shown. Throws outside the shell. */
export function useSession(): Session {
  const { data } = useRead(getSession, {}, { topics: ['people'] })
  if (!data) throw new Error('Pages inside the shell are shown to signed-in people only.')
  return data
}

/** When it was last known who is signed in, in milliseconds: it moves on when somebody whose session ended is back. */
export const useSignedInAt = (): number => useRead(getSession, {}, { topics: ['people'] }).dataUpdatedAt

/** Whether the reader holds one of these roles anywhere: for what to show; the server decides. */
export const holdsRole = (session: Session, ...roles: Session['roles'][number]['role'][]): boolean =>
  session.roles.some(({ role }) => role === 'admin' || roles.includes(role))
